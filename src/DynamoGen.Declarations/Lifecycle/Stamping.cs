using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Lifecycle;

/// <summary>What a write sets on the copy of an entity that it stores.</summary>
internal static class Stamping
{
    /// <param name="lifecycle">The properties that writes keep by themselves.</param>
    /// <param name="name">The variable of the entity that was given.</param>
    /// <param name="clock">The variable of the time.</param>
    public static IReadOnlyList<string> Of(LifecycleModel lifecycle, string name, string clock)
    {
        var stamps = new List<string>();
        if (lifecycle.Lock is { } counted)
        {
            stamps.Add($"{counted.Property} = {name}.{counted.Property} + 1");
        }

        if (lifecycle.CreatedAt is { } created)
        {
            stamps.Add($"{created.Property} = " + (created.Value is NullableValue
                ? $"{name}.{created.Property} ?? {Time(created, clock)}"
                : $"{name}.{created.Property} == default ? {Time(created, clock)} : {name}.{created.Property}"));
        }

        if (lifecycle.UpdatedAt is { } updated)
        {
            stamps.Add($"{updated.Property} = {Time(updated, clock)}");
        }

        return stamps;
    }

    /// <summary>The time as the property holds it.</summary>
    public static string Time(MemberModel member, string clock) => member.Value.TypeName == "global::System.DateTimeOffset" ? clock : clock + ".UtcDateTime";
}
