using DynamoGen.Analyzers.Rules;

namespace DynamoGen.Analyzers.Tests.Documentation;

/// <summary>Where the link to a rule's page leads, by where the rules were loaded from.</summary>
public sealed class RuleLinkTests : IDisposable
{
    private const string Version = "1.2.3";

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("dynamogen rules-");

    private string Packages => Path.Combine(_root.FullName, "packages");

    private string Copied => Directory.CreateDirectory(Path.Combine(_root.FullName, "copied")).FullName;

    public void Dispose() => _root.Delete(recursive: true);

    [Theory]
    [InlineData("dynamogen")]
    [InlineData("dynamogen.analyzers")]
    public void Rules_that_are_loaded_from_their_package_link_to_its_pages(string package)
    {
        var page = Install(package, Version);
        var analyzers = Path.Combine(Packages, package, Version, "analyzers", "dotnet", "cs");

        Assert.Equal(new Uri(page).AbsoluteUri, RulePages.Link("DG3001", analyzers, _root.FullName, "9.9.9"));
    }

    [Theory]
    [InlineData("dynamogen")]
    [InlineData("dynamogen.analyzers")]
    public void Rules_that_are_loaded_from_a_copy_link_to_the_package_of_their_version(string package)
    {
        Install(package, "1.2.2");
        var page = Install(package, Version);

        Assert.Equal(new Uri(page).AbsoluteUri, RulePages.Link("DG3001", Copied, Packages, Version));
        Assert.Equal(new Uri(page).AbsoluteUri, RulePages.Link("DG3001", assemblyFolder: null, Packages, Version));
    }

    [Fact]
    public void A_page_that_is_not_there_has_no_link()
    {
        Install("dynamogen", Version);

        Assert.Null(RulePages.Link("DG3002", Copied, Packages, Version));
        Assert.Null(RulePages.Link("DG3001", Copied, Packages, "1.2.4"));
    }

    /// <returns>The page of DG3001.</returns>
    private string Install(string package, string version)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Packages, package, version, "docs", "rules")).FullName;
        var page = Path.Combine(folder, "DG3001.md");
        File.WriteAllText(page, "# DG3001");
        return page;
    }
}
