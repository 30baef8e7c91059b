using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Uniqueness;
using DynamoGen.Declarations.Values;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Entities;

/// <summary>Writes what an entity says of its unique values, and what a write makes of them.</summary>
internal static class UniquenessEmitter
{
    private const string Change = Names.Uniqueness + ".UniqueChange";
    private const string Value = Names.Uniqueness + ".UniqueValue";

    /// <summary>Writes the entity's own methods.</summary>
    public static void Emit(SourceWriter writer, EntityModel entity, UniquenessModel uniqueness)
    {
        var type = entity.Type.FullName;
        writer.Line("/// <summary>The values of which each is this item's alone, in the order of their declarations.</summary>");
        writer.Line("/// <param name=\"entity\">The entity's value.</param>");
        writer.Line(Names.GeneratedCode);
        writer.Open($"public static {Value}[] {uniqueness.Values}({type} entity)");
        writer.Line("global::System.ArgumentNullException.ThrowIfNull(entity);");
        var expiry = entity.Lifecycle.TimeToLive is { } timeToLive ? Expiry(writer, timeToLive) : string.Empty;
        writer.Open($"return new {Value}[]");
        for (var (i, locals) = (0, 0); i < uniqueness.Constraints.Count; i++)
        {
            var constraint = uniqueness.Constraints[i];
            writer.Line($"new({Text.Literal(constraint.Key.Template)}, {Key(entity, constraint, ref locals)}{expiry}),");
        }

        writer.Close(";").Close().Line();
        writer.Line("/// <summary>What becomes of the unique values when one state of an item replaces another.</summary>");
        writer.Line("/// <param name=\"before\">The state that is stored, or null for none.</param>");
        writer.Line("/// <param name=\"after\">The state that shall be stored, or null for none.</param>");
        writer.Line("/// <exception cref=\"global::System.ArgumentException\">The states have different primary keys.</exception>");
        writer.Line(Names.GeneratedCode);
        writer.Open($"public static {Change}[] {uniqueness.Changes}({type}? before, {type}? after)");
        writer.Open($"if (before is not null && after is not null && {PrimaryKey(entity, "before")} != {PrimaryKey(entity, "after")})");
        writer.Line("throw new global::System.ArgumentException(\"It is the state of an item with another primary key.\", nameof(before));").Close().Line();
        writer.Line($"return {Change}.Between(before is null ? null : {uniqueness.Values}(before), after is null ? null : {uniqueness.Values}(after));")
            .Close();
    }

    /// <param name="entity">The entity.</param>
    /// <param name="constraint">The unique value.</param>
    /// <param name="locals">How many locals the method has for values that may be null.</param>
    private static string Key(EntityModel entity, UniqueModel constraint, ref int locals)
    {
        var nullable = new Dictionary<string, string>();
        foreach (var property in constraint.Properties.Where(part => part.IsNullable).Select(part => part.Text))
        {
            nullable.Add(property, $"value{locals++}");
        }

        var arguments = constraint.Properties.Select(part => nullable.TryGetValue(part.Text, out var local) ? local : $"entity.{Text.Identifier(part.Text)}");
        var key = $"{entity.KeysClass}.{constraint.Class}.PartitionKey({string.Join(", ", arguments)})";
        return nullable.Count == 0
            ? key
            : $"{string.Join(" && ", nullable.Select(pair => $"entity.{Text.Identifier(pair.Key)} is {{ }} {pair.Value}"))} ? {key} : null";
    }

    /// <summary>The local that holds the second in which the item expires, as a further argument.</summary>
    private static string Expiry(SourceWriter writer, MemberModel timeToLive)
    {
        var property = $"entity.{Text.Identifier(timeToLive.Property)}";
        writer.Line(timeToLive.Value is NullableValue
            ? $"long? expiry = {property} is {{ }} time ? {Seconds("time")} : null;"
            : $"long? expiry = {Seconds(property)};");
        return ", expiry";
    }

    private static string PrimaryKey(EntityModel entity, string state)
    {
        var parts = entity.Keys[0].Parts.Where(part => part.IsPlaceholder).Select(part => part.Text).Distinct();
        return $"new {entity.PrimaryKeyStruct}({string.Join(", ", parts.Select(part => $"{state}.{Text.Identifier(part)}"))})";
    }

    /// <summary>The second of an instant, as it is stored.</summary>
    private static string Seconds(string value) => $"{Names.EpochTime}.ToSeconds({value})";
}
