namespace DynamoGen.Tests;

/// <summary>Finds files of this repository from the folder the tests run in.</summary>
internal static class Repository
{
    /// <summary>The path of a file or folder below the root.</summary>
    public static string Folder(params string[] path) => Path.Combine([Root(), .. path]);

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DynamoGen.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("DynamoGen.sln is in no folder above the tests.");
    }
}
