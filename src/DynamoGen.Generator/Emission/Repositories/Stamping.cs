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
    public static string Copy(LifecycleModel lifecycle, string given, string entity, string clock)
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

        return $"{given} with {{ {string.Join(", ", stamps)} }}";
    }

    /// <summary>The time as the property holds it.</summary>
    private static string Time(MemberModel member, string clock) => ScalarTypes.IsDateTime(member.Value) ? clock + ".UtcDateTime" : clock;
}
