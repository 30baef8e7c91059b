namespace DynamoGen.Analyzers.Tests.Documentation;

/// <summary>A page of the documentation as its readers see it: where its lines break says nothing.</summary>
internal static class DocumentationPage
{
    /// <summary>Demands that a page has a sentence, or a part of one.</summary>
    /// <param name="page">The page's path below the root.</param>
    /// <param name="sentence">What it has to say.</param>
    public static void Says(string page, string sentence) =>
        Assert.Contains(sentence, string.Join(' ', File.ReadLines(Repository.Folder(page.Split('/'))).Select(line => line.Trim())), StringComparison.Ordinal);
}
