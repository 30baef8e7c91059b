namespace DynamoGen.CommandLine.Documents.Html;

/// <summary>How a page looks: light or dark as its reader has it, from 360 pixels to wide, and on paper.</summary>
internal static class StyleSheet
{
    public const string Text = """

        :root {
          --ground: #ffffff; --surface: #f5f7fa; --text: #1b2430; --muted: #51606f; --line: #cfd7e0; --accent: #0b5ba8;
          --partition: #fdf1dc; --sort: #eaf2fd; --stream: #0f766e; --region: #7a4b00;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --ground: #10151c; --surface: #18202a; --text: #e4eaf1; --muted: #a3b1c0; --line: #364352; --accent: #7fbcff;
            --partition: #33291a; --sort: #18293d; --stream: #5ed3c4; --region: #f0bd6d;
          }
        }
        * { box-sizing: border-box; }
        html { color-scheme: light dark; scroll-behavior: smooth; }
        body { margin: 0 auto; max-width: 90rem; padding: 1.5rem clamp(1rem, 3vw, 3rem) 4rem; background: var(--ground); color: var(--text);
          font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif; }
        h1, h2, h3 { line-height: 1.2; margin: 0 0 .6rem; overflow-wrap: anywhere; scroll-margin-top: 1rem; }
        h1 { font-size: clamp(1.6rem, 4vw, 2.3rem); letter-spacing: -.02em; }
        h2 { font-size: 1.45rem; margin-top: 3rem; padding-bottom: .4rem; border-bottom: 2px solid var(--accent); }
        h3 { font-size: 1.15rem; margin-top: 1.8rem; }
        p { margin: 0 0 1rem; max-width: 75ch; color: var(--muted); }
        a { color: var(--accent); }
        :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
        main:focus { outline: none; }
        code, dd, svg text { font-family: ui-monospace, "SF Mono", Consolas, "Liberation Mono", monospace; }
        code { font-size: .9em; overflow-wrap: anywhere; }
        .skip { position: absolute; left: -999rem; padding: .5rem 1rem; background: var(--ground); }
        .skip:focus { left: 1rem; top: .5rem; z-index: 1; }
        nav { background: var(--surface); border: 1px solid var(--line); border-radius: .6rem; padding: .8rem 1.2rem; }
        nav ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .1rem 1.4rem; }
        nav li li { font-size: .88rem; }
        nav > ul > li { flex: 0 1 auto; padding: .15rem 0; }
        nav > ul > li:has(ul) { flex-basis: 100%; }
        nav ul ul { padding-left: 1rem; }
        nav a { display: inline-block; padding: .15rem 0; overflow-wrap: anywhere; }
        .scroll { overflow-x: auto; margin: 0 0 1.6rem; border: 1px solid var(--line); border-radius: .6rem; }
        table { border-collapse: collapse; width: 100%; font-size: .9rem; }
        caption { text-align: left; padding: .6rem .8rem; font-weight: 600; background: var(--surface); border-bottom: 1px solid var(--line); }
        th, td { text-align: left; vertical-align: top; padding: .45rem .8rem; border-bottom: 1px solid var(--line); }
        tbody:last-child tr:last-child > * { border-bottom: 0; }
        thead th { color: var(--muted); font-size: .82rem; background: var(--surface); }
        thead th[scope=col] { white-space: nowrap; }
        tbody th { font-weight: 600; }
        .grid td { min-width: 6rem; }
        .grid tbody th code { white-space: nowrap; }
        .grid tbody tr:hover > * { background: var(--surface); }
        .facet th, .facet td { border-right: 1px solid var(--line); }
        .facet tr > :last-child { border-right: 0; }
        .facet .partition { background: var(--partition); min-width: 11rem; }
        .facet .sort { background: var(--sort); min-width: 11rem; }
        dl { display: flex; flex-wrap: wrap; gap: .35rem .5rem; margin: 0; min-width: 16rem; }
        dl div { border: 1px solid var(--line); border-radius: .35rem; padding: .1rem .5rem .2rem; background: var(--ground); }
        dt { font-size: .74rem; color: var(--muted); }
        dd { margin: 0; font-size: .82rem; overflow-wrap: anywhere; }
        .diagrams { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 1.5rem 2rem; }
        svg { max-width: 100%; height: auto; }
        svg .box { fill: var(--surface); stroke: var(--line); stroke-width: 1.5; }
        svg .box.table { stroke: var(--accent); stroke-width: 2; }
        svg .box.stream, svg .box.handler { stroke: var(--stream); }
        svg .box.region { stroke: var(--region); stroke-dasharray: 5 4; }
        svg .line { fill: none; stroke: var(--muted); stroke-width: 1.5; }
        svg .line.region { stroke-dasharray: 3 4; }
        svg .arrow { fill: var(--muted); }
        svg .name { fill: var(--text); font-size: 13px; font-weight: 600; }
        svg .detail { fill: var(--muted); font-size: 11.5px; }
        @media (max-width: 48rem) {
          table { width: max-content; min-width: 100%; }
          td { max-width: 32rem; }
          .facet .partition, .facet .sort { min-width: 0; max-width: 9rem; }
        }
        @media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
        @media print {
          :root { --ground: #ffffff; --surface: #ffffff; --text: #000000; --muted: #333333; --line: #999999; --accent: #000000;
            --partition: #ffffff; --sort: #ffffff; --stream: #000000; --region: #000000; }
          @page { margin: 1.5cm; }
          body { max-width: none; padding: 0; font-size: 9pt; }
          nav, .skip { display: none; }
          .scroll { overflow: visible; border-radius: 0; }
          h2, h3, caption { break-after: avoid; }
          tr, svg { break-inside: avoid; }
          thead { display: table-header-group; }
        }

        """;
}
