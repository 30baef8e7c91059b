namespace DynamoGen.Architecture.Tests;

/// <summary>
/// Which folder may use which. Folders are listed from the lowest to the highest, so that no two of them can use each other;
/// an arrow that is new is a decision, to be made in the table.
/// </summary>
public sealed class ArrowTests
{
    public static TheoryData<string> Projects => [.. Arrows.All.Select(table => table.Project)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_use_what_their_table_allows_and_nothing_else(string project)
    {
        var table = Arrows.All.Single(table => table.Project == project);

        var allowed = Text(table.Folders.Select(row => (row.Folder, (IEnumerable<string>)row.Uses))).ToArray();
        var found = Text(ProjectFolders.Of(project)).ToArray();

        // All rows at once, so that one run tells what to do.
        var differences = allowed.Except(found).Select(row => "only in the table: " + row).Concat(found.Except(allowed).Select(row => "only in the code: " + row));
        Assert.True(allowed.SequenceEqual(found), string.Join(Environment.NewLine, differences));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void All_arrows_point_down(string project)
    {
        var seen = new HashSet<string>();
        foreach (var (folder, uses) in Arrows.All.Single(table => table.Project == project).Folders)
        {
            Assert.Empty(uses.Except(seen).Select(use => $"{folder} -> {use}"));
            Assert.True(seen.Add(folder), $"{folder} is listed twice.");
        }
    }

    [Fact]
    public void An_arrow_is_found_wherever_a_name_stands()
    {
        var folders = ProjectFolders.Of("Sample",
        [
            ("Low", "namespace Sample.Low; public static class Extensions { public static int Twice(this int value) => value * 2; } public enum Level { Top }"),
            ("Middle", "using Sample.Low; namespace Sample.Middle; public class Base { public int Value => 1.Twice(); } /* High */"),
            ("High", "namespace Sample.High; /// <summary><see cref=\"Low.Level\"/></summary>\npublic class Derived : Sample.Middle.Base { string Name => nameof(Low.Level.Top); }"),
        ]);

        Assert.Equal(["High: Low, Middle", "Low: ", "Middle: Low"], Text(folders));
    }

    private static IEnumerable<string> Text(ProjectFolders folders) => Text(folders.Arrows.Select(arrow => (arrow.Key, (IEnumerable<string>)arrow.Value)));

    private static IEnumerable<string> Text(IEnumerable<(string Folder, IEnumerable<string> Uses)> arrows) =>
        arrows.Select(arrow => $"{arrow.Folder}: {string.Join(", ", arrow.Uses.Order(StringComparer.Ordinal))}").Order(StringComparer.Ordinal);
}
