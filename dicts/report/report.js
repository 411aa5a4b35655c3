/* report.js - the filter of a report, by kind, confidence and text; its state is the address. */
/* SPDX-License-Identifier: MIT */
(function () {
    "use strict";

    var form = document.getElementById("filter");
    var LARGE = 5000; /* rows from which typing waits for a pause */
    var PAUSE = 200; /* milliseconds */
    var NEAR = 14; /* units of the plot: a click that is no further from a bead means it */

    if (!form) {
        return;
    }

    /* Letters that Unicode does not take apart into a plain one and a mark. */
    var plain = {
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l",
        "ħ": "h", "ı": "i", "ς": "σ", "’": "'", "‘": "'", "ʼ": "'", "“": "\"", "”": "\"",
        "„": "\"", "«": "\"", "»": "\"", "–": "-", "—": "-", "‑": "-"
    };
    var special = new RegExp("[" + Object.keys(plain).join("") + "]", "g");

    function fold(text) {
        return text.toLowerCase().normalize("NFKD").replace(/\p{Mn}+/gu, "")
            .replace(special, function (letter) { return plain[letter]; })
            .replace(/\s+/g, " ").trim();
    }

    function Row(element) {
        var confidence = element.querySelector(".confidence");

        this.element = element;
        this.kind = element.dataset.kind;
        this.counted = this.kind !== "aside";
        this.confidence = confidence && confidence.textContent ? +confidence.textContent : NaN;
        this.text = null;
        this.dot = null;
    }

    /* The texts of both sides, folded when they are first asked for. */
    Row.prototype.folded = function () {
        if (this.text === null) {
            this.text = Array.from(this.element.querySelectorAll("td[lang]"), function (cell) {
                return fold(cell.textContent);
            }).join("\n");
        }
        return this.text;
    };

    var rows = Array.from(document.querySelectorAll("tr[data-kind]"), function (element) {
        return new Row(element);
    });
    var byId = new Map(rows.map(function (row) { return [row.element.id, row]; }));
    var leaves = Array.from(document.querySelectorAll(".leaf"));
    var plot = document.querySelector("svg.plot");
    var boxes = Array.from(form.querySelectorAll("input[name=kind]"));
    var fields = form.elements;
    var timer = 0;
    var here = null;

    document.querySelectorAll("svg.plot a").forEach(function (dot) {
        var row = byId.get(dot.getAttribute("href").slice(1));

        if (row) {
            row.dot = dot;
        }
    });

    function percent(text, otherwise) {
        var value = parseFloat(text);

        return isNaN(value) ? otherwise : Math.min(100, Math.max(0, value));
    }

    /* The state as the form has it. */
    function readForm() {
        return {
            kinds: boxes.filter(function (box) { return box.checked; })
                .map(function (box) { return box.value; }),
            from: fields.from ? percent(fields.from.value, 0) : 0,
            to: fields.to ? percent(fields.to.value, 100) : 100,
            text: fields.text.value,
            row: ""
        };
    }

    function writeForm(state) {
        boxes.forEach(function (box) { box.checked = state.kinds.indexOf(box.value) >= 0; });
        ["from", "to"].forEach(function (name) {
            if (fields[name]) {
                fields[name].value = state[name];
                fields[name + "-slider"].value = state[name];
            }
        });
        fields.text.value = state.text;
    }

    /* "#b12" is a row; else "#kind=moved,aside&to=90&text=word&row=b12", each where it matters. */
    function readAddress() {
        var hash = location.hash.slice(1);
        var given = new URLSearchParams(hash.indexOf("=") < 0 ? "" : hash);
        var all = boxes.map(function (box) { return box.value; });
        var kinds = given.get("kind");

        return {
            kinds: kinds === null ? all : kinds.split(","),
            from: percent(given.get("from"), 0),
            to: percent(given.get("to"), 100),
            text: given.get("text") || "",
            row: given.get("row") || (hash.indexOf("=") < 0 ? hash : "")
        };
    }

    function address(state) {
        var out = new URLSearchParams();

        if (state.kinds.length < boxes.length) {
            out.set("kind", state.kinds.join(","));
        }
        if (state.from > 0) {
            out.set("from", state.from);
        }
        if (state.to < 100) {
            out.set("to", state.to);
        }
        if (state.text) {
            out.set("text", state.text);
        }
        if (state.row && !out.toString()) {
            return "#" + state.row;
        }
        if (state.row) {
            out.set("row", state.row);
        }
        return "#" + out.toString().replace(/%2C/g, ",");
    }

    /* Furniture has no confidence: asking for some leaves it out. */
    function passes(row, state, text) {
        if (boxes.length && state.kinds.indexOf(row.kind) < 0) {
            return false;
        }
        if ((state.from > 0 || state.to < 100) &&
            !(row.confidence >= state.from && row.confidence <= state.to)) {
            return false;
        }
        return !text || row.folded().indexOf(text) >= 0;
    }

    /* Thousands stand apart as they do in the head of the page. */
    function grouped(count) {
        return String(count).replace(/\B(?=(\d{3})+$)/g, "\u202f");
    }

    function tell(shown, all, what) {
        return grouped(shown) + " of " + grouped(all) + " " + what;
    }

    function show(state) {
        var text = fold(state.text);
        var shown = 0, all = 0, asides = 0, allAsides = 0;

        rows.forEach(function (row) {
            var passed = passes(row, state, text);

            if (row.element.hidden === passed) {
                row.element.hidden = !passed;
            }
            if (row.dot) {
                row.dot.classList.toggle("out", !passed);
            }
            if (row.counted) {
                all += 1;
                shown += passed;
            } else {
                allAsides += 1;
                asides += passed;
            }
        });
        leaves.forEach(function (leaf) {
            leaf.hidden = !leaf.querySelector("tr[data-kind]:not([hidden])");
        });
        fields.shown.value = tell(shown, all, form.dataset.unit) +
            (allAsides ? ", " + tell(asides, allAsides, "pieces of furniture") : "");
    }

    function mark(row, on) {
        row.element.classList.toggle("here", on);
        if (row.dot) {
            row.dot.classList.toggle("here", on);
        }
    }

    function go(id) {
        var row = byId.get(id);

        if (here) {
            mark(here, false);
            here = null;
        }
        if (!row || row.element.hidden) {
            return;
        }
        here = row;
        mark(row, true);
        row.element.tabIndex = -1;
        row.element.focus({preventScroll: true});
        row.element.scrollIntoView({block: "center"});
    }

    function follow() {
        var state = readAddress();

        writeForm(state);
        show(state);
        if (state.row) {
            go(state.row);
        }
    }

    function refresh() {
        var state = readForm();

        history.replaceState(null, "", address(state));
        show(state);
    }

    function wait() {
        clearTimeout(timer);
        if (rows.length < LARGE) {
            refresh();
        } else {
            timer = setTimeout(refresh, PAUSE);
        }
    }

    /* Links to rows keep the filter. */
    function leap(id) {
        var state = readForm();

        state.row = id;
        if (location.hash === address(state)) {
            go(id);
        } else {
            location.hash = address(state);
        }
    }

    /* The row of the bead nearest to a click into the plot; null where none is near. */
    function nearest(event) {
        var matrix = plot.getScreenCTM(), best = null, least = NEAR;

        if (!matrix) {
            return null;
        }
        plot.querySelectorAll("a:not(.out)").forEach(function (dot) {
            var box = dot.getBBox();
            var center = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2)
                .matrixTransform(matrix);
            var distance = Math.hypot(center.x - event.clientX, center.y - event.clientY);

            if (distance < least * matrix.a) {
                least = distance / matrix.a;
                best = dot.getAttribute("href").slice(1);
            }
        });
        return best;
    }

    form.addEventListener("input", function (event) {
        var name = event.target.name;

        if (/-slider$/.test(name)) {
            fields[name.replace("-slider", "")].value = event.target.value;
        } else if (fields[name + "-slider"]) {
            fields[name + "-slider"].value = event.target.value;
        }
        wait();
    });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("reset", function () { setTimeout(refresh, 0); });
    document.addEventListener("click", function (event) {
        var link = event.target.closest("a[href^='#']");
        var id = link ? link.getAttribute("href").slice(1) : null;

        if (!link && plot && plot.contains(event.target)) {
            id = nearest(event);
        }
        if (byId.has(id) && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
            event.preventDefault();
            leap(id);
        }
    });
    window.addEventListener("hashchange", follow);

    document.documentElement.classList.add("script");
    form.hidden = false;
    follow();
}());
