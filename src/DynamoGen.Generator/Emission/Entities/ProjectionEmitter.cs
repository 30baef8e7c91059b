using DynamoGen.Declarations.Entities;
using DynamoGen.Generator.Emission.Source;
using DynamoGen.Generator.Emission.Values;

namespace DynamoGen.Generator.Emission.Entities;

/// <summary>Writes the generated half of a projection: what reads it. The values inside of it are read as the entity's marshaller reads them.</summary>
internal static class ProjectionEmitter
{
    public static string Emit(ProjectionModel projection)
    {
        var entity = projection.Entity;
        var writer = new SourceWriter().OpenFile(projection.Type, projection.Experiments);
        writer.Open(Text.Declaration(projection.Type.Declaration));
        writer.Line($"/// <summary>Reads this part of the items of <c>{Text.Xml(entity.Name)}</c>.</summary>");
        writer.Line(Names.GeneratedCode).Line(DeclaredModelText.Of(projection));
        writer.Open($"public {Text.New(projection.Hiding, projection.ReaderStruct)}readonly struct {projection.ReaderStruct} : "
            + $"{Names.ItemReader}<{projection.Type.FullName}>");
        writer.Line(Text.InheritDoc).Line($"public static string EntityName => {Text.Literal(entity.Name)};").Line();
        new ItemReading(writer, entity.Name, projection.Version, projection.Marks, new CodecTypes(entity), new AttributePlaces())
            .Emit(projection.Shape, [], isMarked: false);
        InitAccessors.Emit(writer, projection.Shape, new HashSet<string>());
        return writer.Close().Close().CloseFile(projection.Type);
    }
}
