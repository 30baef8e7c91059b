using System.Text.RegularExpressions;
using DynamoGen.Cli.Adoption;

namespace DynamoGen.Generator.Tests.Adoption;

/// <summary>Files with classes of another program, and what the command makes of them.</summary>
internal sealed partial class ForeignClasses : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dynamogen-adopt-");

    public ForeignClasses(params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files)
        {
            var file = PathOf(name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, "using System;\nusing System.Collections.Generic;\nusing Amazon.DynamoDBv2.DataModel;\n\n" + text);
        }
    }

    public string Folder => _folder.FullName;

    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>What the command writes for one file.</summary>
    public static async Task<string> AdoptAsync(string text, params string[] options)
    {
        using var classes = new ForeignClasses(("Shop.cs", text));
        var (code, output, error) = await RunAsync([classes.PathOf("Shop.cs"), "--namespace", "Adopted", .. options]);
        Assert.True(code == 0, error);
        return output;
    }

    public static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await AdoptCommand.RunAsync(["class", .. arguments], output, error);
        TestContext.Current.TestOutputHelper?.WriteLine(output.ToString() + error);
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>The comments of what is not certain.</summary>
    public static IEnumerable<string> Doubts(string text) => Doubt().Matches(text).Select(match => match.Groups[1].Value);

    public void Dispose() => _folder.Delete(recursive: true);

    [GeneratedRegex("// unsure: (.*)")]
    private static partial Regex Doubt();
}
