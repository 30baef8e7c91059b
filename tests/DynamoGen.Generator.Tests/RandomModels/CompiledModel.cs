using System.Runtime.Loader;
using DynamoGen.Generator.Tests.Sources;

namespace DynamoGen.Generator.Tests.RandomModels;

/// <summary>A drawn model with what the generator makes of it, compiled and loaded.</summary>
internal sealed class CompiledModel : IDisposable
{
    private readonly AssemblyLoadContext _context = new("random model", isCollectible: true);

    public CompiledModel(RandomModel model)
    {
        var loaded = new LoadedSource(GeneratorRun.Compile(Shop.Table, model.Source), _context);
        Entities = [.. model.Entities.Select(entity => new CompiledEntity(entity.Shape, loaded["Shop." + entity.Name]))];
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
