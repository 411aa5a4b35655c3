/* check.js - opens the reports beside it in frames, and writes "ok NAME" or "not ok NAME: why". */
/* SPDX-License-Identifier: MIT */
(async function () {
    "use strict";

    const results = document.getElementById("results");
    const dark = location.hash === "#dark";
    const WIDE = 1200, PHONE = 375, SMALL_PHONE = 320, HEIGHT = 800; /* CSS pixels */
    const LEAST_CONTRAST = 4.5; /* WCAG 2.2, success criterion 1.4.3 */

    function tell(line) {
        results.textContent += line + "\n";
    }

    function same(got, expected, what) {
        if (got !== expected) {
            throw new Error(what + " is " + got + ", not " + expected);
        }
    }

    function holds(condition, what) {
        if (!condition) {
            throw new Error(what);
        }
    }

    /* Opens ADDRESS in a frame of WIDTH and calls BODY with its document and window. */
    async function check(name, address, width, body, sandbox) {
        const frame = document.createElement("iframe");

        frame.width = width;
        frame.height = HEIGHT;
        if (sandbox) {
            frame.sandbox = sandbox;
        }
        frame.src = address;
        document.body.append(frame);
        try {
            await new Promise(function (done) { frame.onload = done; });
            await body(frame.contentDocument, frame.contentWindow);
            tell("ok " + name);
        } catch (error) {
            tell("not ok " + name + ": " + error.message);
        }
        frame.remove();
    }

    function shown(page, kind) {
        const rows = page.querySelectorAll("tr[data-kind" + (kind ? "='" + kind + "'" : "") + "]");

        return Array.from(rows).filter(function (row) { return row.offsetParent !== null; });
    }

    function all(page, kind) {
        return page.querySelectorAll("tr[data-kind" + (kind ? "='" + kind + "'" : "") + "]").length;
    }

    function type(page, name, value) {
        const field = page.getElementById("filter").elements[name];

        field.value = value;
        field.dispatchEvent(new Event("input", {bubbles: true}));
    }

    function pause(milliseconds) {
        return new Promise(function (done) { setTimeout(done, milliseconds); });
    }

    function confidence(row) {
        return Number(row.querySelector(".confidence").textContent);
    }

    /* Red, green and blue of a computed colour, 0 to 255. */
    function channels(color) {
        return color.match(/[\d.]+/g).slice(0, 3).map(Number);
    }

    /* WCAG 2.2's relative luminance. */
    function luminance(color) {
        const linear = channels(color).map(function (value) {
            value /= 255;
            return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
        });

        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }

    function contrast(first, second) {
        const one = luminance(first), other = luminance(second);

        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    await check(dark ? "dark where dark is preferred" : "light where light is preferred",
        "report.html", WIDE, function (page, view) {
            const paper = luminance(view.getComputedStyle(page.body).backgroundColor);

            holds(dark ? paper < 0.05 : paper > 0.9, "the paper has luminance " + paper);
        });

    await check("every text can be told from the paper", "report.html", WIDE,
        function (page, view) {
            const paper = view.getComputedStyle(page.body).backgroundColor;

            page.querySelectorAll("h1, .facts th, .facts td, .rows td, .rows th, figcaption, " +
                ".foot, legend, .word").forEach(function (element) {
                const color = view.getComputedStyle(element).color;

                holds(contrast(color, paper) >= LEAST_CONTRAST,
                    element.tagName + "." + element.className + " has contrast " +
                    contrast(color, paper).toFixed(2));
            });
        });

    if (dark) {
        tell("done");
        return;
    }

    await check("all rows are shown where nothing is filtered", "report.html", WIDE,
        function (page) {
            same(shown(page).length, all(page), "the number of rows shown");
            holds(all(page, "moved") > 0 && all(page, "aside") > 0, "a kind is missing");
            holds(!page.getElementById("filter").hidden, "the filter is hidden");
        });

    await check("the address filters by kind", "report.html#kind=moved", WIDE, function (page) {
        same(shown(page).length, all(page, "moved"), "the number of rows shown");
        same(shown(page, "moved").length, all(page, "moved"), "the number of moved rows");
        holds(page.querySelector("output").value.startsWith(all(page, "moved") + " of "),
            "the count says " + page.querySelector("output").value);
    });

    /* The surest and the least sure beads are left out. */
    let from = 0, to = 100;

    await check("beads are not all equally sure", "report.html", WIDE, function (page) {
        const values = Array.from(page.querySelectorAll("tr[id]"), confidence).sort((a, b) => a - b);

        from = values[0] + 1;
        to = values[values.length - 1] - 1;
        holds(from < to, "from " + from + " to " + to);
    });

    await check("the address filters by confidence", "report.html#from=" + from + "&to=" + to, WIDE,
        function (page) {
            const within = Array.from(page.querySelectorAll("tr[id]")).filter(function (row) {
                return confidence(row) >= from && confidence(row) <= to;
            });

            holds(within.length > 0, "no bead is within");
            same(shown(page).length, within.length, "the number of rows shown");
            within.forEach(function (row) { holds(!row.hidden, row.id + " is hidden"); });
        });

    await check("text is found without case and diacritics", "report.html", WIDE,
        function (page, view) {
            type(page, "text", "kontrolluan FALAS ne 41");
            same(shown(page).length, 1, "the number of rows shown");
            holds(shown(page)[0].textContent.includes("kontrolluan falas në 41"),
                "another row was found");
            holds(view.location.hash.includes("text=kontrolluan"), "the address does not say so");
            type(page, "text", "no such words anywhere");
            same(shown(page).length, 0, "the number of rows shown");
        });

    await check("boxes, numbers and sliders filter, and a button undoes it", "report.html", WIDE,
        async function (page, view) {
            const form = page.getElementById("filter");

            form.querySelector("input[value=aside]").click();
            same(shown(page, "aside").length, 0, "the number of rows of furniture");
            same(shown(page).length, all(page) - all(page, "aside"), "the number of rows shown");
            type(page, "from-slider", "100");
            same(form.elements.from.value, "100", "the number beside the slider");
            holds(shown(page).every(function (row) { return confidence(row) === 100; }),
                "a doubtful row is shown");
            form.querySelector("button").click();
            await pause(50);
            same(shown(page).length, all(page), "the number of rows shown after all");
            same(view.location.hash, "", "the address after all");
        });

    await check("a filtered address can be shared", "report.html", WIDE,
        async function (page, view) {
            type(page, "to", String(to));
            type(page, "text", "te");
            const expected = shown(page).map(function (row) { return row.id; }).join();
            const address = view.location.hash;

            holds(expected.length > 0, "nothing is left to compare");
            await check("... and shows the same rows", "report.html" + address, WIDE,
                function (again) {
                    same(shown(again).map(function (row) { return row.id; }).join(), expected,
                        "what is shown");
                });
        });

    await check("a click into the drawing goes to the row", "report.html#kind=moved,one", WIDE,
        async function (page, view) {
            const dot = page.querySelector("svg a path.moved").parentNode;
            const row = page.querySelector("tr[data-kind=moved]");
            const at = dot.getBoundingClientRect();

            same(dot.getAttribute("href"), "#" + row.id, "where the stroke points");
            /* Beside the stroke, but nearest to it. */
            page.querySelector("svg").dispatchEvent(new view.MouseEvent("click", {
                bubbles: true, cancelable: true,
                clientX: at.x + at.width / 2 + 2, clientY: at.y + at.height / 2 - 2
            }));
            await pause(200);
            holds(row.classList.contains("here"), "the row is not marked");
            same(page.activeElement, row, "the focus");
            const place = row.getBoundingClientRect();

            holds(place.top >= 0 && place.bottom <= HEIGHT, "the row is out of sight");
            holds(view.location.hash.includes("kind=one,moved") &&
                view.location.hash.includes("row=" + row.id), "the filter was lost");
        });

    await check("columns stand side by side where there is room", "report.html", WIDE,
        function (page) {
            const cells = page.querySelectorAll("tr[data-kind=one] td[lang]");

            same(cells[0].getBoundingClientRect().top, cells[1].getBoundingClientRect().top,
                "the top of the target");
        });

    for (const width of [PHONE, SMALL_PHONE]) {
        await check("columns are stacked and fit a window of " + width + " pixels",
            "report.html", width, function (page) {
                const cells = page.querySelectorAll("tr[data-kind=one] td[lang]");

                holds(page.documentElement.scrollWidth <= width,
                    "the page is " + page.documentElement.scrollWidth + " pixels wide");
                holds(cells[1].getBoundingClientRect().top >=
                    cells[0].getBoundingClientRect().bottom, "the columns are not stacked");
            });
    }

    await check("both sides are said to be in their languages, in a table with heads",
        "report.html", WIDE, function (page) {
            const row = page.querySelector("tr[data-kind=one]");
            const cells = row.querySelectorAll("td[lang]");

            same(cells[0].lang + " " + cells[1].lang, "sq en", "the languages");
            same(row.querySelectorAll("th[scope=row]").length, 1, "the number of row heads");
            same(row.closest("table").tHead.rows[0].querySelectorAll("th[scope=col]").length,
                row.cells.length, "the number of column heads");
            page.querySelectorAll("#filter input").forEach(function (input) {
                holds(input.labels.length || input.ariaLabel, input.name + " has no label");
            });
        });

    await check("nothing is fetched, and no other script runs", "hostile.html", WIDE,
        async function (page, view) {
            const script = page.createElement("script");

            same(view.performance.getEntriesByType("resource").length, 0, "what was fetched");
            script.textContent = "window.ran = true";
            page.body.append(script);
            holds(!view.ran, "a script that is none of ours ran");
            same(page.querySelectorAll("img, iframe, object, embed, video").length, 0,
                "the number of foreign elements");
            same(page.querySelectorAll("#rows script, #rows b, #rows i").length, 0,
                "the number of elements made from text");
            holds(page.getElementById("rows").textContent.includes("<img src=x onerror=alert(1)>"),
                "the text is not there as it was");
        });

    await check("a text from right to left stands so", "hostile.html", WIDE,
        function (page, view) {
            const cell = page.querySelector("tr[id] td[lang=ar]");

            same(view.getComputedStyle(cell).direction, "rtl", "the direction of Arabic");
        });

    await check("without scripts every row is shown and no filter", "report.html#kind=moved",
        WIDE, function (page) {
            same(shown(page).length, all(page), "the number of rows shown");
            holds(all(page) > 20, "rows are missing");
            same(page.getElementById("filter").offsetParent, null, "the filter's place");
        }, "allow-same-origin");

    await check("without scripts a link goes to its row", "report.html#b12", WIDE,
        function (page, view) {
            const row = page.getElementById("b12").getBoundingClientRect();

            holds(row.top >= 0 && row.bottom <= HEIGHT, "the row is out of sight");
            same(page.querySelector("svg a[href='#b12']").getAttribute("href"), "#b12", "the link");
            same(view.location.hash, "#b12", "the address");
        }, "allow-same-origin");

    await check("sentences have their filter too", "sentences.html#kind=aside", WIDE,
        function (page) {
            holds(all(page, "aside") > 0 && all(page, "sentence") > 0, "a kind is missing");
            same(shown(page).length, all(page, "aside"), "the number of rows shown");
            type(page, "text", "no such words anywhere");
            same(shown(page).length, 0, "the number of rows shown");
        });

    tell("done");
}());
