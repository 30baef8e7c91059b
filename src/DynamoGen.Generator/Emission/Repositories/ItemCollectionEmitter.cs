using DynamoGen.Declarations.Patterns;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>Writes the struct that assembles an item collection from the items of several entities.</summary>
internal sealed class ItemCollectionEmitter(SourceWriter writer, ItemCollectionModel collection)
{
    /// <param name="name">The struct's name.</param>
    public void Emit(string name)
    {
        writer.Open($"private struct {name} : {Names.Responses}.IItemCollectionAssembler<{collection.TypeName}>");
        foreach (var (member, field) in Members())
        {
            writer.Line(member.IsList
                ? $"private global::System.Collections.Generic.List<{member.EntityType}>? {field};"
                : $"private {member.EntityType}? {field};");
        }

        if (MarkReading.IsSpecial(collection.Marks))
        {
            MarkReading.Emit(writer.Line(), "public", collection.Marks, collection.Members.Select(member => member.Known));
        }

        writer.Line().Open($"public bool Add({Names.Span} entity, ref {Names.WireReader} reader)");
        foreach (var (member, field) in Members())
        {
            var read = $"reader.ReadItem<{member.EntityType}, {member.EntityType}.{member.Marshaller}>()";
            writer.Open($"if (global::System.MemoryExtensions.SequenceEqual(entity, {Text.Utf8(member.Known.Name)}))");
            writer.Line(member.IsList ? $"({field} ??= new()).Add({read});" : $"{field} = {read};").Line("return true;").Close().Line();
        }

        writer.Line("return false;").Close().Line();
        writer.Open($"public readonly {collection.TypeName} Build() => new {collection.TypeName}");
        foreach (var (member, field) in Members())
        {
            writer.Line($"{Text.Identifier(member.Property)} = {Result(member, field)},");
        }

        writer.Close(";").Close();
    }

    private IEnumerable<(ItemCollectionMember Member, string Field)> Members() =>
        collection.Members.Select((member, i) => (member, (member.IsList ? "_items" : "_item") + Text.Number(i)));

    private string Result(ItemCollectionMember member, string field)
    {
        if (member.IsList)
        {
            return $"{field} ?? new global::System.Collections.Generic.List<{member.EntityType}>()";
        }

        var missing = $"throw new {Names.ItemFormatException}({Text.Literal(collection.Name)}, "
            + $"{Text.Literal(member.Property)}, {Text.Literal($"an item of entity {member.Known.Name}")}, \"nothing\")";
        return member.IsRequired ? $"{field} ?? {missing}" : field;
    }
}
