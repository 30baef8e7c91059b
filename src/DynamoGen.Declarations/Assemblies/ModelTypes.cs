using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Declarations.Assemblies;

/// <summary>What a model can hold: text, truth values, numbers, members of enums, constants, arrays and records.</summary>
internal static class ModelTypes
{
    public static bool IsNumber(Type type) => type.IsEnum || type == typeof(int) || type == typeof(decimal);

    /// <summary>The type of an array's elements; null for what is no array.</summary>
    public static Type? ElementOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>) ? type.GetGenericArguments()[0] : null;

    /// <summary>The records that a value of a type can be: the type itself, or those that derive from it.</summary>
    public static IReadOnlyList<Type> RecordsOf(Type type) => type.IsAbstract
        ? [.. type.Assembly.GetTypes().Where(other => !other.IsAbstract && type.IsAssignableFrom(other)).OrderBy(other => other.Name, StringComparer.Ordinal)]
        : [type];
}
