namespace DynamoGen.Cli;

/// <summary>Finds the project that is meant.</summary>
internal static class HostProject
{
    /// <summary>The full path of a project's file.</summary>
    /// <param name="path">The file, or its folder.</param>
    public static string Find(string path)
    {
        if (File.Exists(path))
        {
            return Path.GetFullPath(path);
        }

        if (!Directory.Exists(path))
        {
            throw new UsageException($"There is no project or folder '{path}'.");
        }

        var folder = Path.GetFullPath(path);
        return Directory.GetFiles(folder, "*.*proj") switch
        {
            [var only] => only,
            [] => throw new UsageException($"There is no project in '{folder}'; --project names one."),
            var several => throw new UsageException(
                $"There are several projects in '{folder}'; --project names one of them: {string.Join(", ", several.Select(Path.GetFileName))}."),
        };
    }
}
