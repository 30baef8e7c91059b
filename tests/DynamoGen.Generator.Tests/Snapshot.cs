using System.Runtime.CompilerServices;

namespace DynamoGen.Generator.Tests;

/// <summary>
/// Compares text with a committed file. Run the tests with <c>DYNAMOGEN_UPDATE_SNAPSHOTS=1</c> to write the files anew, and read the
/// difference before you commit it.
/// </summary>
internal static class Snapshot
{
    public static void Matches(string text, string name, [CallerFilePath] string testFile = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(testFile)!, "Snapshots", name + ".verified.cs");
        if (Environment.GetEnvironmentVariable("DYNAMOGEN_UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.True(File.Exists(path), $"There is no snapshot {name}.verified.cs; run with DYNAMOGEN_UPDATE_SNAPSHOTS=1 to write it.");
        Assert.Equal(File.ReadAllText(path), text);
    }
}
