using DynamoGen.CommandLine.Commands;

namespace DynamoGen.CommandLine.Documents.Locks;

/// <summary>Finds the locks of an application.</summary>
internal static class LockFiles
{
    private const string FileName = "dynamogen.lock.json";

    /// <summary>Reads the named files, or else the one of the current folder, or the one beside the project that the program was built in.</summary>
    /// <returns>Null where none is named and none is there.</returns>
    /// <exception cref="CommandException">One that is named is not there, or one cannot be read.</exception>
    public static LockedSchema? Read(IReadOnlyList<string> named)
    {
        IReadOnlyList<string> files = named.Count > 0 ? named : [.. Usual().Where(File.Exists).Take(1)];
        var schema = new LockedSchema();
        foreach (var file in files)
        {
            if (!File.Exists(file))
            {
                throw new CommandException($"There is no lock '{file}'.");
            }

            LockFileReader.Read(file, File.ReadAllText(file), schema);
        }

        return files.Count > 0 ? schema : null;
    }

    private static IEnumerable<string> Usual()
    {
        yield return Path.Combine(Environment.CurrentDirectory, FileName);
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (folder.EnumerateFiles("*.*proj").Any())
            {
                yield return Path.Combine(folder.FullName, FileName);
                yield break;
            }
        }
    }
}
