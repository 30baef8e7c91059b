using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace DynamoGen.Generator.Tests;

/// <summary>
/// Compares text with a committed file. Run the tests with <c>DYNAMOGEN_UPDATE_SNAPSHOTS=1</c> to write the files anew, and read the
/// difference before you commit it.
/// </summary>
internal static partial class Snapshot
{
    public static void Matches(string generated, string name, [CallerFilePath] string testFile = "")
    {
        var text = Model().Replace(generated, "[global::DynamoGen.Schema.DeclaredModel(...)]");
        var path = Path.Combine(Path.GetDirectoryName(testFile)!, "Snapshots", name + ".verified.cs");
        if (Environment.GetEnvironmentVariable("DYNAMOGEN_UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.True(File.Exists(path), $"There is no snapshot {name}.verified.cs; run with DYNAMOGEN_UPDATE_SNAPSHOTS=1 to write it.");
        Assert.Equal(File.ReadAllText(path), text);
    }

    /// <summary>What the generator writes for itself is no code to read; LayerTests reads it.</summary>
    [GeneratedRegex("""\[global::DynamoGen\.Schema\.DeclaredModel\(.*\)\]""")]
    private static partial Regex Model();
}
