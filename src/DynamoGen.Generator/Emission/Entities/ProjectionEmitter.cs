using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Values;
using DynamoGen.Generator.Emission.Repositories;
using DynamoGen.Generator.Emission.Source;
using DynamoGen.Generator.Emission.Values;

namespace DynamoGen.Generator.Emission.Entities;

/// <summary>Writes the generated half of a projection: what reads it.</summary>
internal static class ProjectionEmitter
{
    public static string Emit(ProjectionModel projection)
    {
        var writer = new SourceWriter().OpenFile(projection.Type, projection.Experiments);
        writer.Open(projection.Type.Declaration);
        writer.Line($"/// <summary>Reads this part of the items of <c>{Text.Xml(projection.EntityName)}</c>.</summary>");
        writer.Line(Names.GeneratedCode);
        writer.Open($"public readonly struct {projection.ReaderStruct} : {Names.ItemReader}<{projection.Type.FullName}>");
        writer.Line("/// <inheritdoc/>").Line($"public static string EntityName => {Text.Literal(projection.EntityName)};").Line();
        var composites = new CompositeMethods();
        ItemReading.Emit(writer, projection.EntityName, projection.Version, projection.Shape, [], composites);
        var objects = new List<ObjectValue> { projection.Shape };
        while (composites.TryNext(out var value))
        {
            writer.Line();
            new CompositeEmitter(writer, composites).EmitReading(value);
            if (value is ObjectValue { IsRecursion: false } type)
            {
                objects.Add(type);
            }
        }

        foreach (var type in PatternEnums.InValues(projection.Shape).Where(type => !type.IsFlags).Distinct())
        {
            writer.Line();
            EnumEmitter.EmitReading(writer, type);
        }

        ObjectReading.EmitInitAccessors(writer, objects);
        return writer.Close().Close().CloseFile(projection.Type);
    }
}
