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
        EmitBuild();
        writer.Close();
    }

    private void EmitBuild()
    {
        var made = $"public readonly {collection.TypeName} Build() => new {collection.TypeName}";
        var results = Members().ToDictionary(field => field.Member.Property, field => Result(field.Member, field.Field));
        var others = collection.Members.Select(member => member.Property).Except(collection.Arguments.Select(argument => argument.Property)).ToArray();
        if (collection.Arguments.Count == 0)
        {
            writer.Line(made);
        }
        else
        {
            writer.Line(made + "(").Indent();
            EmitArguments(results, isAll: others.Length == 0);
            writer.Outdent();
        }

        if (others.Length > 0)
        {
            writer.OpenBlock();
            foreach (var other in others)
            {
                writer.Line($"{Text.Identifier(other)} = {results[other]},");
            }

            writer.Close(";");
        }
    }

    private void EmitArguments(Dictionary<string, string> results, bool isAll)
    {
        for (var i = 0; i < collection.Arguments.Count; i++)
        {
            var (property, parameter) = (collection.Arguments[i].Property, collection.Arguments[i].Parameter);
            var name = parameter is null ? string.Empty : Text.Identifier(parameter) + ": ";
            var end = i + 1 < collection.Arguments.Count ? "," : isAll ? ");" : ")";
            writer.Line($"{name}{results[property]}{end}");
        }
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
