using DynamoGen.Declarations.Batches;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Tables;
using DynamoGen.Generator.Emission.Source;
using DynamoGen.Generator.Emission.Values;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>Writes where the calls of a write go, in a table that is not written in any region.</summary>
internal static class WriteRegion
{
    /// <summary>The calls by which an item is written; null where any region writes it.</summary>
    public static string? Calls(MethodScope scope, KeyConditionModel key) =>
        Home(scope, key) is { } home ? $"{scope.Context}.WriteIn({scope.Field}, {home})" : Calls(scope);

    /// <summary>The calls by which all items are written; null where not one region writes them.</summary>
    public static string? Calls(MethodScope scope) =>
        scope.Repository.Writes.Mode == RegionWriteMode.OneRegion ? $"{scope.Context}.WriteIn({scope.Field})" : null;

    /// <summary>The calls by which one entity of a batch is written.</summary>
    public static string CallsOf(MethodScope scope, string entity) => HomePart(scope) is { } part
        ? $"{scope.Context}.WriteIn({scope.Field}, {Name(part, $"{entity}.{Text.Identifier(part.Text)}")})"
        : scope.Context;

    /// <summary>The function that gives the home region of each entry of a batch; null where the entries have none.</summary>
    public static string? HomeOf(MethodScope scope, BatchPattern batch)
    {
        if (HomePart(scope) is not { } part)
        {
            return null;
        }

        var entry = batch is PutManyPattern ? "item" : "key";
        return $"static {entry} => {Name(part, $"{entry}.{Text.Identifier(part.Text)}")}";
    }

    /// <summary>The home region that a key names; null where it names none.</summary>
    public static string? Home(MethodScope scope, KeyConditionModel key)
    {
        var bound = key.Partition.FirstOrDefault(part => HomePart(scope) is { } home && part.Part.Text == home.Text && part.Part.IsPlaceholder);
        return bound?.Value is { } source ? Name(bound.Part, Value(source, scope)) : null;
    }

    private static KeyPart? HomePart(MethodScope scope) => scope.Repository.Writes is { Mode: RegionWriteMode.HomeRegion, Property: { } property }
        ? scope.Repository.PrimaryKey.PartitionAttributes.SelectMany(attribute => attribute.Parts)
            .FirstOrDefault(part => part.IsPlaceholder && part.Text == property)
        : null;

    private static string Value(ValueSource source, MethodScope scope) => source is PropertySource property
        ? $"({Text.NotNull(property.Parameter)}).{Text.Identifier(property.Property)}"
        : new SourceExpressions(Text.Identifier, scope.Clock).Of(source);

    /// <summary>A member of an enum is called as the key stores it.</summary>
    private static string Name(KeyPart part, string value)
    {
        if (part.Enum is not { } type)
        {
            return value;
        }

        var names = type.Members.Where(member => !member.IsAlias).Select(member => $"{EnumEmitter.Member(type, member)} => {Text.Literal(member.StoredName)}");
        return $"{value} switch {{ {string.Join(", ", names)}, _ => string.Empty }}";
    }
}
