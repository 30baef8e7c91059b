using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Writes;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Entities;

/// <summary>Writes the struct beside an entity that tells which of its properties differ between two of its states.</summary>
internal static class ChangesEmitter
{
    private const string ItemChanges = $"{Names.StreamDispatch}.ItemChanges";
    private const string PropertyTable = $"{Names.StreamDispatch}.PropertyTable";

    public static void Emit(SourceWriter writer, EntityModel entity)
    {
        var type = entity.Type.FullName;
        var name = entity.Changes!;
        var properties = Properties(entity);
        var names = new FreeNames(properties.Concat([name]));
        var (table, changes) = (names.Take("properties"), names.Take("changes"));
        writer.Line($"/// <summary>Which properties of a <see cref=\"{Text.Xml(type)}\"/> differ between two of its states, "
            + "by what is stored of them.</summary>");
        writer.Line(Names.GeneratedCode);
        writer.Open($"public readonly struct {Text.Identifier(name)}");
        EmitTable(writer, entity, table);
        writer.Line().Line($"private readonly {ItemChanges} {changes};").Line();
        writer.Line($"private {name}({ItemChanges} changes) => this.{changes} = changes;").Line();
        writer.Line("/// <summary>The names of the properties that differ, in the order of their declaration.</summary>");
        writer.Line($"public global::System.Collections.Generic.IEnumerable<string> {names.Take("Names")} => this.{changes}.Names;").Line();
        var current = entity.Written is null ? string.Empty : "." + OlderFormEmitter.Current;
        writer.Line("/// <summary>Compares two states.</summary>");
        writer.Line("/// <param name=\"before\">The one state.</param>").Line("/// <param name=\"after\">The other.</param>");
        writer.Line($"public static {name} {names.Take("Between")}({type} before, {type} after) => "
            + $"new({ItemChanges}.Between<{type}, {type}.{entity.MarshallerStruct}{current}>({table}, before, after));");
        for (var i = 0; i < properties.Length; i++)
        {
            if (properties[i] == name)
            {
                // A member cannot have the name of its type; such a property is among the names alone.
                continue;
            }

            writer.Line().Line($"/// <summary>Whether <see cref=\"{Text.Xml(type)}.{Text.Identifier(properties[i])}\"/> differs.</summary>");
            writer.Line($"public bool {Text.Identifier(properties[i])} => this.{changes}.Has({Text.Number(i)});");
        }

        writer.Close();
    }

    private static string[] Properties(EntityModel entity) =>
    [
        .. entity.Shape.Members.Where(member => member.IsStored).Select(member => member.Property),
        .. entity.Shape.CatchAll is { } rest ? new[] { rest.Property } : [],
    ];

    private static void EmitTable(SourceWriter writer, EntityModel entity, string name)
    {
        var rest = entity.Shape.CatchAll is { } catchAll ? Text.Literal(catchAll.Property) : "null";
        var passedOver = entity.Marks.All.Append(WriteRepetition.Mark)
            .Concat(entity.Keys.SelectMany(key => key.Attributes).Where(attribute => !attribute.IsMember).Select(attribute => attribute.Attribute)).Distinct();
        writer.Line($"private static readonly {PropertyTable} {name} = new({rest}, "
            + $"[{string.Join(", ", passedOver.Select(Text.Literal))}]{(entity.Shape.Members.Any(member => member.IsStored) ? "," : ");")}").Indent();
        var members = entity.Shape.Members.SelectMany(member => member.Attributes, (member, attribute) => (member.Property, Attribute: attribute)).ToArray();
        for (var i = 0; i < members.Length; i++)
        {
            writer.Line($"({Text.Literal(members[i].Property)}, {Text.Literal(members[i].Attribute)}){(i == members.Length - 1 ? ");" : ",")}");
        }

        writer.Outdent();
    }
}
