using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Amazon.CDK;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoGen.Cdk.Tests;

/// <summary>
/// Compiles a construct, and lets the CDK synthesise a stack of it. Templates come in one form: properties and tags in the order of their names, and
/// resources by their ids in the construct, without the path before them and the hash behind them, by which the CDK tells constructs apart.
/// </summary>
internal static partial class SynthesisedStack
{
    private const string Construct = "Tables";

    /// <summary>The template of a stack of a construct with the name that <c>schema cdk</c> gives it.</summary>
    public static JsonObject Of(string construct)
    {
        var type = Compiled(construct).GetType("Infrastructure.DeclaredTables", throwOnError: true)!;
        var folder = Directory.CreateTempSubdirectory("cdk-");
        try
        {
            var app = new App(new AppProps { Outdir = folder.FullName });
            var synthesizer = new DefaultStackSynthesizer(new DefaultStackSynthesizerProps { GenerateBootstrapVersionRule = false });
            var stack = new Stack(app, "Stack", new StackProps { Synthesizer = synthesizer });
            Activator.CreateInstance(type, stack, Construct);
            app.Synth();
            return Parse(Id().Replace(File.ReadAllText(Path.Combine(folder.FullName, "Stack.template.json")), "\"${id}\""));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A template in the form that is compared.</summary>
    public static JsonObject Parse(string template) => Sorted(JsonNode.Parse(template)!).AsObject();

    private static Assembly Compiled(string construct)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create(
            "Infrastructure",
            [CSharpSyntaxTree.ParseText(construct)],
            references.Select(reference => MetadataReference.CreateFromFile(reference)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.Empty(result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        return Assembly.Load(image.ToArray());
    }

    private static JsonNode Sorted(JsonNode node) => node switch
    {
        JsonObject block => new JsonObject(block.OrderBy(property => property.Key, StringComparer.Ordinal)
            .Select(property => KeyValuePair.Create(property.Key, property.Key == "Tags" ? Tags(property.Value!) : Sorted(property.Value!)))!),
        JsonArray list => new JsonArray([.. list.Select(item => Sorted(item!))]),
        _ => node.DeepClone(),
    };

    private static JsonNode Tags(JsonNode tags) =>
        new JsonArray([.. tags.AsArray().OrderBy(tag => (string)tag!["Key"]!, StringComparer.Ordinal).Select(tag => Sorted(tag!))]);

    [GeneratedRegex($"\"{Construct}(?<id>\\w+?)[0-9A-F]{{8}}\"")]
    private static partial Regex Id();
}
