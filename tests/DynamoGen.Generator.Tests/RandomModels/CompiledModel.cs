using System.Runtime.Loader;
using DynamoGen.Generator.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoGen.Generator.Tests.RandomModels;

/// <summary>A drawn model with what the generator makes of it, compiled and loaded.</summary>
internal sealed class CompiledModel : IDisposable
{
    private readonly AssemblyLoadContext _context = new("random model", isCollectible: true);

    public CompiledModel(RandomModel model)
    {
        var compilation = GeneratorRun.Compile(Shop.Table, model.Source);
        CSharpGeneratorDriver.Create([new DynamoGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        using var assembly = new MemoryStream();
        var result = output.Emit(assembly);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(10)));
        assembly.Position = 0;
        var loaded = _context.LoadFromStream(assembly);
        Entities = [.. model.Entities.Select(entity => new CompiledEntity(entity.Shape, loaded.GetType("Shop." + entity.Name, throwOnError: true)!))];
    }

    public IReadOnlyList<CompiledEntity> Entities { get; }

    public void Dispose() => _context.Unload();
}

/// <summary>An entity of a compiled model.</summary>
internal sealed class CompiledEntity(ObjectType shape, Type type)
{
    public ObjectType Shape { get; } = shape;

    public IItemCodec Codec { get; } = (IItemCodec)Activator.CreateInstance(typeof(ItemCodec<,>).MakeGenericType(type, type.GetNestedType("Marshaller")!))!;

    public object Draw(RandomValues values) => Shape.Draw(type, values);
}
