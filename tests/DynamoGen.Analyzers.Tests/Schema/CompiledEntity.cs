using System.Reflection;
using System.Runtime.Loader;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoGen.Analyzers.Tests.Schema;

/// <summary>The entity <c>Order</c> of a source with what the generator makes of it, compiled and loaded apart from other states of the same source.</summary>
internal sealed class CompiledEntity : IDisposable
{
    private readonly AssemblyLoadContext _context = new("a state of a source", isCollectible: true);
    private readonly Type _type;

    public CompiledEntity(string source)
    {
        var compilation = LockedSource.Compile(source);
        CSharpGeneratorDriver.Create([new DynamoGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees.First().Options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out _, TestContext.Current.CancellationToken);
        using var assembly = new MemoryStream();
        var result = output.Emit(assembly, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(problem => problem.Severity == DiagnosticSeverity.Error).Take(5)));
        assembly.Position = 0;
        _type = _context.LoadFromStream(assembly).GetType("Order", throwOnError: true)!;
    }

    /// <summary>The item of the entity's own static property <c>Sample</c>.</summary>
    public Dictionary<string, AttributeValue> Sample =>
        (Dictionary<string, AttributeValue>)Call("ToItem", _type.GetProperty("Sample")!.GetValue(null)!);

    /// <summary>What the entity's property <c>Seen</c> says of an item.</summary>
    public string Read(Dictionary<string, AttributeValue> item) => (string)_type.GetProperty("Seen")!.GetValue(Call("FromItem", item))!;

    /// <summary>The item as it is after it was read and put again.</summary>
    public Dictionary<string, AttributeValue> Rewritten(Dictionary<string, AttributeValue> item) =>
        (Dictionary<string, AttributeValue>)Call("ToItem", Call("FromItem", item));

    public void Dispose() => _context.Unload();

    private object Call(string method, object argument) =>
        _type.GetMethod(method)!.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, [argument], culture: null)!;
}
