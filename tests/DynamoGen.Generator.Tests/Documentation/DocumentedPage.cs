using System.Text.RegularExpressions;

namespace DynamoGen.Generator.Tests.Documentation;

/// <summary>
/// The C# of a page of the documentation, put into a context: a file of what the page presumes, in which <c>// 3</c> is the place of the third block and
/// <c>// 3.2</c> that of its second paragraph. What the page leaves out, <c>…</c>, is left out.
/// </summary>
internal sealed partial class DocumentedPage(string name)
{
    private readonly string[][] _blocks =
        [.. CSharpBlock().Matches(File.ReadAllText(Repository.Folder("docs", name))).Select(block => Paragraphs(block.Groups["code"].Value))];

    public string ContextFile { get; } =
        Repository.Folder("tests", "DynamoGen.Generator.Tests", "Documentation", "Contexts", Path.ChangeExtension(name, ".cs"));

    public bool HasCode => _blocks.Length > 0;

    /// <summary>The context with the page's code in it, each paragraph of which has one place.</summary>
    public string Source()
    {
        var placed = new List<string>();
        var source = Place().Replace(File.ReadAllText(ContextFile), place =>
        {
            var block = int.Parse(place.Groups["block"].Value, null);
            var all = Enumerable.Range(1, _blocks[block - 1].Length);
            var paragraphs = place.Groups["paragraph"].Success ? [int.Parse(place.Groups["paragraph"].Value, null)] : all.ToArray();
            placed.AddRange(paragraphs.Select(paragraph => $"{block}.{paragraph}"));
            return string.Join("\n\n", paragraphs.Select(paragraph => _blocks[block - 1][paragraph - 1])) + "\n";
        });
        Assert.Equal(
            _blocks.SelectMany((block, i) => block.Select((_, j) => $"{i + 1}.{j + 1}")).Order(StringComparer.Ordinal),
            placed.Order(StringComparer.Ordinal));
        return source;
    }

    private static string[] Paragraphs(string code) =>
    [
        .. Gap().Split(code).Select(paragraph => paragraph.Replace("…", string.Empty, StringComparison.Ordinal))
            .Where(paragraph => paragraph.Trim().Length > 0),
    ];

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CSharpBlock();

    [GeneratedRegex(@"^(?:[ ]*…?[ ]*\n)+(?=\S)", RegexOptions.Multiline)]
    private static partial Regex Gap();

    [GeneratedRegex(@"^[ ]*// (?<block>\d+)(?:\.(?<paragraph>\d+))?\n", RegexOptions.Multiline)]
    private static partial Regex Place();
}
