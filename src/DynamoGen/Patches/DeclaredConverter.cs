using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace DynamoGen.Patches;

/// <summary>The type information of a converter that a property names itself, without reflection.</summary>
internal static class DeclaredConverter
{
    public static JsonTypeInfo<T> TypeInfo<T>(JsonConverter converter, JsonSerializerOptions options) =>
        JsonMetadataServices.CreateValueInfo<T>(options, Expanded(converter, typeof(T), options));

    /// <summary>The same of a value that may be null, which a converter of the value itself is never asked for.</summary>
    public static JsonTypeInfo<T?> NullableTypeInfo<T>(JsonConverter converter, JsonSerializerOptions options)
        where T : struct => converter.CanConvert(typeof(T?))
            ? TypeInfo<T?>(converter, options)
            : JsonMetadataServices.CreateValueInfo<T?>(options, JsonMetadataServices.GetNullableConverter(TypeInfo<T>(converter, options)));

    private static JsonConverter Expanded(JsonConverter converter, Type type, JsonSerializerOptions options)
    {
        var expanded = converter is JsonConverterFactory factory && factory.CanConvert(type) ? factory.CreateConverter(type, options) : converter;
        return expanded?.CanConvert(type) == true
            ? expanded
            : throw new InvalidOperationException($"The converter '{converter.GetType()}', which a property names, is none of '{type}'.");
    }
}
