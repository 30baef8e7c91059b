using System.Reflection;

namespace DynamoGen.Analyzers.Rules;

/// <summary>
/// Where the rules' pages are: a package has them in <c>docs/rules</c>, as the repository does, so that a link to one resolves without a server.
/// </summary>
internal static class RulePages
{
    private static readonly Assembly Own = typeof(RulePages).Assembly;

    /// <summary>The packages that have the pages.</summary>
    private static readonly string[] Packages = ["dynamogen", "dynamogen.analyzers"];

    /// <summary>The link to a rule's page as a file; null where the page is not there, since a link that leads nowhere is worse than none.</summary>
    // An analyzer must not read what would change what it says: this is where its documentation is, once for each rule.
#pragma warning disable RS1035
    public static string? Link(string id) => Link(
        id,
        Own.Location is { Length: > 0 } location ? Path.GetDirectoryName(location) : null,
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } packages
            ? packages
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"),
        Own.GetCustomAttribute<AssemblyInformationalVersionAttribute>().InformationalVersion.Split('+')[0]);

    /// <param name="id">The rule.</param>
    /// <param name="assemblyFolder">Where the rules were loaded from: the package, or a copy that an editor made of the assemblies alone.</param>
    /// <param name="packages">Where NuGet keeps packages.</param>
    /// <param name="version">The package's version.</param>
    internal static string? Link(string id, string? assemblyFolder, string packages, string version)
    {
        var page = Path.Combine("docs", "rules", $"{id}.md");
        return Above(assemblyFolder).Concat(Packages.Select(package => Path.Combine(packages, package, version)))
            .Select(folder => Path.Combine(folder, page))
            .FirstOrDefault(File.Exists) is { } found
            ? new Uri(found).AbsoluteUri
            : null;
    }
#pragma warning restore RS1035

    private static IEnumerable<string> Above(string? folder)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            yield return folder;
        }
    }
}
