using DynamoGen.Declarations.Lifecycle;
using DynamoGen.Declarations.Values;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>What a write sets on the copy of an entity that it stores.</summary>
internal static class Stamping
{
    /// <summary>The copy of an entity.</summary>
    /// <param name="lifecycle">The properties that writes keep by themselves.</param>
    /// <param name="given">The expression of the entity that was given.</param>
    /// <param name="entity">The variable of it.</param>
    /// <param name="clock">The variable of the time.</param>
    /// <param name="context">The expression of what the write goes through.</param>
    /// <param name="field">The field of the access pattern.</param>
    /// <param name="isNew">Whether the write demands that there is no item.</param>
    public static string Copy(LifecycleModel lifecycle, string given, string entity, string clock, string context, string field, bool isNew = false)
    {
        var stamps = new List<string>();
        if (lifecycle.Lock is { } counted)
        {
            var count = Text.Identifier(counted.Property);
            stamps.Add($"{count} = {entity}.{count} + 1");
        }

        if (lifecycle.CreatedAt is { } created)
        {
            var time = Text.Identifier(created.Property);
            stamps.Add($"{time} = " + (created.Value is NullableValue
                ? $"{entity}.{time} ?? {Time(created, clock)}"
                : $"{entity}.{time} == default ? {Time(created, clock)} : {entity}.{time}"));
        }

        if (lifecycle.UpdatedAt is { } updated)
        {
            stamps.Add($"{Text.Identifier(updated.Property)} = {Time(updated, clock)}");
        }

        if (lifecycle.UpdatedRegion is { } region)
        {
            stamps.Add($"{Text.Identifier(region.Property)} = {context}.StampedRegion");
        }

        if (lifecycle.Lineage is { } lineage)
        {
            stamps.Add($"{Text.Identifier(lineage.Mark.Property)} = {context}.NewMark()");
            stamps.Add($"{Text.Identifier(lineage.Base.Property)} = {Base(lifecycle, lineage, entity, isNew)}");
        }

        if (lifecycle.WriterEpoch is { } epoch)
        {
            stamps.Add($"{Text.Identifier(epoch.Property)} = {context}.StampedEpoch({field})");
        }

        foreach (var member in lifecycle.Regional)
        {
            var (value, regions) = (Text.Identifier(member.Property), ((RegionalValue)member.Value).Writers.Select(Text.Literal));
            stamps.Add($"{value} = {entity}.{value}.Written({context}.StampedRegion, {clock}, {string.Join(", ", regions)})");
        }

        return $"{given} with {{ {string.Join(", ", stamps)} }}";
    }

    /// <summary>What the write is based on: the version that was read. Where a lock has no count yet, the condition says that there is none.</summary>
    private static string Base(LifecycleModel lifecycle, LineageModel lineage, string entity, bool isNew)
    {
        var read = $"{entity}.{Text.Identifier(lineage.Mark.Property)}";
        var none = Text.Literal(LineageModel.NoBase);
        return isNew ? none : lifecycle.Lock is null ? read : $"{read} ?? {none}";
    }

    /// <summary>The time as the property holds it.</summary>
    private static string Time(MemberModel member, string clock) => ScalarTypes.IsDateTime(member.Value) ? clock + ".UtcDateTime" : clock;
}
