using System.Runtime.Loader;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Analyzers.Declaration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.Generator.Tests.Adoption;

/// <summary>What the command wrote, compiled with the generator and judged by all rules.</summary>
internal sealed class AdoptedSource
{
    private static readonly DiagnosticAnalyzer[] Rules =
    [
        .. typeof(DeclarationAnalyzer).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    private static readonly string[] Usings =
        ["using System;", "using System.Collections.Generic;", "using System.Threading.Tasks;", "using DynamoGen;"];

    private static readonly string[] Marks = ["_t", "_v", "__v"];

    private readonly IReadOnlyList<Type> _entities;

    private AdoptedSource(LoadedSource loaded, IReadOnlyList<Type> entities) => (Loaded, _entities) = (loaded, entities);

    public LoadedSource Loaded { get; }

    /// <summary>A run over what was written. The usings that the run adds to each source are taken off it.</summary>
    public static GeneratorRun Run(string text) => GeneratorRun.Of(string.Join('\n', text.Split('\n').Where(line => !Usings.Contains(line))));

    public static async Task<AdoptedSource> CompileAsync(string text)
    {
        var run = Run(text);
        Assert.Empty(Design.Problems(run).Select(problem => $"{problem.Rule}: {string.Join(", ", problem.Arguments)}\n{text}"));
        Assert.Empty(run.Complaints().Select(complaint => complaint + "\n" + text));
        CSharpGeneratorDriver.Create([new DynamoGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)run.Compilation.SyntaxTrees[0].Options)
            .RunGeneratorsAndUpdateCompilation(run.Compilation, out var output, out _);
        var said = await output.WithAnalyzers([.. Rules], new AnalyzerOptions([])).GetAnalyzerDiagnosticsAsync();
        Assert.Empty(said.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic + "\n" + text));

        var loaded = new LoadedSource(run.Compilation, new AssemblyLoadContext("adopted", isCollectible: false));
        return new AdoptedSource(loaded, [.. loaded["Adopted." + FirstType(run.Compilation)].Assembly.GetTypes().Where(type => type.GetMethod("FromItem") is not null)]);
    }

    /// <summary>The name of the entity that reads an item and writes it as it was, but for marks that it adds, and NULL that it leaves out.</summary>
    public string EntityOf(Dictionary<string, AttributeValue> item)
    {
        var failures = new List<string>();
        foreach (var entity in _entities)
        {
            try
            {
                var written = (Dictionary<string, AttributeValue>)Call(entity, "ToItem", Call(entity, "FromItem", item)!)!;
                var differences = Differences(item, written).ToList();
                if (differences.Count == 0)
                {
                    return entity.Name;
                }

                failures.Add($"{entity.Name}: {string.Join("; ", differences)}");
            }
            catch (DynamoGenException refused)
            {
                failures.Add($"{entity.Name}: {refused.Message}");
            }
        }

        Assert.Fail($"No entity reads {Text(new AttributeValue { M = item })}:\n{string.Join('\n', failures)}");
        return string.Empty;
    }

    private static object? Call(Type entity, string method, object argument) => entity.GetMethods().Single(candidate => candidate.Name == method
            && candidate.GetParameters() is [var only] && only.ParameterType == argument.GetType())
        .Invoke(null, System.Reflection.BindingFlags.DoNotWrapExceptions, null, [argument], null);

    private static string FirstType(Compilation compilation) =>
        compilation.GlobalNamespace.GetNamespaceMembers().Single(space => space.Name == "Adopted" && space.Locations.Any(place => place.IsInSource)).GetTypeMembers()[0].Name;

    private static IEnumerable<string> Differences(Dictionary<string, AttributeValue> item, Dictionary<string, AttributeValue> written) =>
        item.Keys.Union(written.Keys).Where(name => !Marks.Contains(name) || item.ContainsKey(name))
            .Select(name => (name, Was: Text(item.GetValueOrDefault(name)), Is: Text(written.GetValueOrDefault(name))))
            .Where(pair => pair.Was != pair.Is && pair is not { Was: "NULL", Is: "absent" })
            .Select(pair => $"'{pair.name}' was {pair.Was} and is {pair.Is}");

    private static string Text(AttributeValue? value) => value switch
    {
        null => "absent",
        { S: { } text } => $"\"{text}\"",
        { N: { } number } => number,
        { BOOL: { } flag } => flag.ToString(),
        { NULL: true } => "NULL",
        { B: { } bytes } => Convert.ToHexString(bytes.ToArray()),
        { SS.Count: > 0 } => $"SS {string.Join(',', value.SS.Order())}",
        { NS.Count: > 0 } => $"NS {string.Join(',', value.NS.Order())}",
        { L: { } list } => $"[{string.Join(',', list.Select(Text))}]",
        _ => $"{{{string.Join(',', (value.M ?? []).OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}:{Text(entry.Value)}"))}}}",
    };
}
