using DynamoGen.Declarations.Values;

namespace DynamoGen.Generator.Emission.Values;

/// <summary>The writer's methods for scalars.</summary>
internal static class ScalarMethods
{
    public static string Write(ScalarKind kind) => kind switch
    {
        ScalarKind.String => "Text",
        ScalarKind.Char => "Character",
        ScalarKind.DateTimeOffset or ScalarKind.DateTime => "Timestamp",
        ScalarKind.DateOnly => "Date",
        ScalarKind.TimeOnly => "Time",
        ScalarKind.TimeSpan => "Duration",
        ScalarKind.Boolean or ScalarKind.Guid or ScalarKind.Binary => kind.ToString(),
        _ => "Number",
    };
}
