using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Reads;
using DynamoGen.Declarations.Repositories;
using DynamoGen.Declarations.Tables;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>Writes the struct that reads an item of any of several entities, by the marshaller of the one that it says it is of.</summary>
internal sealed class UnionReaderEmitter(SourceWriter writer, UnionForm union)
{
    /// <summary>What the access patterns of a repository read that may be of any of several entities, each once.</summary>
    public static IReadOnlyList<UnionForm> Unions(RepositoryModel repository) =>
    [
        .. repository.Patterns.Select(pattern => pattern switch
        {
            QueryPattern query => query.Form,
            ScanPattern scan => scan.Form,
            _ => null,
        }).OfType<UnionForm>().Distinct(),
    ];

    /// <param name="name">The struct's name.</param>
    public void Emit(string name)
    {
        writer.Open($"private readonly struct {name} : {Names.ItemReader}<{union.TypeName}>");
        writer.Line($"public static string EntityName => {Text.Literal(union.Name)};").Line();
        if (union.Marks.Presence != ItemMarks.Required)
        {
            writer.Line($"public static bool Takes({Names.WireReader} reader) => !EntityOf(reader).IsEmpty;").Line();
            MarkReading.Emit(writer, "private", union.Marks, union.Entities.Select(entity => entity.Known));
            writer.Line();
        }

        writer.Open($"public static {union.TypeName} Read(ref {Names.WireReader} reader)");
        writer.Line($"var entity = {(union.Marks.Presence == ItemMarks.Required ? MarkReading.Of(union.Marks) : "EntityOf(reader)")};");
        foreach (var entity in union.Entities)
        {
            writer.Open($"if (global::System.MemoryExtensions.SequenceEqual(entity, {Text.Utf8(entity.Known.Name)}))");
            writer.Line($"return reader.ReadItem<{entity.TypeName}, {entity.TypeName}.{entity.Marshaller}>();").Close().Line();
        }

        var expected = $"an item of entity {string.Join(" or ", union.Entities.Select(entity => entity.Known.Name))}";
        writer.Line($"throw new {Names.ItemFormatException}(EntityName, {Text.Literal(union.Marks.Type)}, {Text.Literal(expected)}, "
            + "global::System.Text.Encoding.UTF8.GetString(entity));").Close().Close();
    }
}
