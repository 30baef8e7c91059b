namespace DynamoGen.Local;

/// <summary>A folder of npm packages to restore: what to restore, exactly, and what to make of it.</summary>
/// <param name="Name">The folder's name in the cache: lower-case letters, digits and hyphens.</param>
/// <param name="PackageJson">The text of <c>package.json</c>.</param>
/// <param name="PackageLock">The text of <c>package-lock.json</c>; <c>npm ci</c> installs exactly what it names.</param>
public sealed record NpmPackageFolder(string Name, string PackageJson, string PackageLock)
{
    /// <summary>Further files to place in the folder, name to text.</summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>();

    /// <summary>The one of <see cref="Files"/> that node runs in the folder once the packages are there, or null.</summary>
    public string? Script { get; init; }
}
