using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace DynamoGen.Patches;

/// <summary>
/// Reads and writes a patch as a JSON Merge Patch (RFC 7396). A member that is missing leaves its property as it is, null removes it, and an object that has
/// a patch of its own is merged. Generated code derives from it.
/// </summary>
/// <typeparam name="TPatch">The patch.</typeparam>
/// <remarks>
/// Members have the names that <see cref="JsonSerializerOptions.PropertyNamingPolicy"/> makes, or that <see cref="JsonPropertyNameAttribute"/> says. Values are
/// read by the converter that <see cref="JsonConverterAttribute"/> names, or by the type information of the options, without reflection where they have a
/// source-generated resolver. A member that is no property of the patch, and
/// null for a property that every item has, are a <see cref="JsonException"/>, so that nothing that a caller asks for is left out in silence.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class MergePatchConverter<TPatch> : JsonConverter<TPatch>
    where TPatch : class, new()
{
    /// <summary>The properties of the patch.</summary>
    protected abstract IReadOnlyList<PatchedProperty> Properties { get; }

    /// <summary>Reads a whole patch.</summary>
    /// <param name="json">The UTF-8 text of one JSON object.</param>
    /// <param name="options">How it is read.</param>
    /// <exception cref="JsonException">The text is no patch.</exception>
    public TPatch Parse(ReadOnlySpan<byte> json, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var reader = new Utf8JsonReader(json, new JsonReaderOptions
        {
            AllowTrailingCommas = options.AllowTrailingCommas,
            CommentHandling = options.ReadCommentHandling,
            MaxDepth = options.MaxDepth,
        });
        reader.Read();
        var patch = Read(ref reader, typeof(TPatch), options);
        return reader.Read() ? throw new JsonException("Something stands behind the patch.") : patch;
    }

    /// <inheritdoc/>
    public override TPatch Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A patch is a JSON object.");
        }

        var patch = new TPatch();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            var property = IndexOf(name, options);
            reader.Read();
            if (reader.TokenType == JsonTokenType.Null && !Properties[property].IsRemovable)
            {
                throw new JsonException($"The property '{name}' cannot be removed.");
            }

            Read(patch, property, ref reader, options);
        }

        return patch;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TPatch value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(options);
        writer.WriteStartObject();
        for (var i = 0; i < Properties.Count; i++)
        {
            Write(writer, value, i, Properties[i].NameIn(options), options);
        }

        writer.WriteEndObject();
    }

    /// <summary>Reads what becomes of a property.</summary>
    /// <param name="patch">The patch.</param>
    /// <param name="property">The position among <see cref="Properties"/>.</param>
    /// <param name="reader">Stands at the value.</param>
    /// <param name="options">How it is read.</param>
    protected abstract void Read(TPatch patch, int property, ref Utf8JsonReader reader, JsonSerializerOptions options);

    /// <summary>Writes what becomes of a property; nothing where it stays as it is.</summary>
    /// <param name="writer">Where it is written.</param>
    /// <param name="patch">The patch.</param>
    /// <param name="property">The position among <see cref="Properties"/>.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="options">How it is written.</param>
    protected abstract void Write(Utf8JsonWriter writer, TPatch patch, int property, string name, JsonSerializerOptions options);

    /// <summary>Reads the value that a property gets.</summary>
    /// <typeparam name="T">The property's type.</typeparam>
    /// <param name="reader">Stands at the value.</param>
    /// <param name="options">How it is read.</param>
    protected static Change<T> Given<T>(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        Given(ref reader, TypeInfo<T>(options));

    /// <summary>Reads the value that a property gets, where it names a converter.</summary>
    /// <typeparam name="T">The property's type.</typeparam>
    /// <param name="reader">Stands at the value.</param>
    /// <param name="type">How it is read.</param>
    protected static Change<T> Given<T>(ref Utf8JsonReader reader, JsonTypeInfo<T> type) => new(JsonSerializer.Deserialize(ref reader, type)!);

    /// <summary>How a property is read and written that names a converter.</summary>
    /// <typeparam name="T">The property's type.</typeparam>
    /// <param name="converter">The converter, or what makes it.</param>
    /// <param name="options">How all else is read and written.</param>
    /// <exception cref="InvalidOperationException">It is no converter of the type.</exception>
    protected static JsonTypeInfo<T> By<T>(JsonConverter converter, JsonSerializerOptions options) => DeclaredConverter.TypeInfo<T>(converter, options);

    /// <summary>The same of a property that may be null, whose converter may be one of the value alone.</summary>
    /// <typeparam name="T">The type of the property's value.</typeparam>
    /// <param name="converter">The converter, or what makes it.</param>
    /// <param name="options">How all else is read and written.</param>
    /// <exception cref="InvalidOperationException">It is no converter of the type.</exception>
    protected static JsonTypeInfo<T?> NullableBy<T>(JsonConverter converter, JsonSerializerOptions options)
        where T : struct => DeclaredConverter.NullableTypeInfo<T>(converter, options);

    /// <summary>Writes the value that a property gets; nothing where it stays as it is.</summary>
    /// <typeparam name="T">The property's type.</typeparam>
    /// <param name="writer">Where it is written.</param>
    /// <param name="change">What becomes of the property.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="options">How it is written.</param>
    protected static void Put<T>(Utf8JsonWriter writer, Change<T> change, string name, JsonSerializerOptions options)
    {
        if (change.IsGiven)
        {
            Put(writer, change, name, TypeInfo<T>(options));
        }
    }

    /// <summary>Writes the value that a property gets, where it names a converter; nothing where it stays as it is.</summary>
    /// <typeparam name="T">The property's type.</typeparam>
    /// <param name="writer">Where it is written.</param>
    /// <param name="change">What becomes of the property.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="type">How it is written.</param>
    protected static void Put<T>(Utf8JsonWriter writer, Change<T> change, string name, JsonTypeInfo<T> type)
    {
        if (change.IsGiven)
        {
            ArgumentNullException.ThrowIfNull(writer);
            writer.WritePropertyName(name);
            JsonSerializer.Serialize(writer, change.Value, type);
        }
    }

    /// <summary>Writes the patch of a nested object; nothing where there is none.</summary>
    /// <typeparam name="TInner">The patch.</typeparam>
    /// <param name="writer">Where it is written.</param>
    /// <param name="inner">The patch, or null.</param>
    /// <param name="converter">Writes it.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="options">How it is written.</param>
    protected static void Put<TInner>(
        Utf8JsonWriter writer, TInner? inner, MergePatchConverter<TInner> converter, string name, JsonSerializerOptions options)
        where TInner : class, new()
    {
        if (inner is not null)
        {
            ArgumentNullException.ThrowIfNull(writer);
            ArgumentNullException.ThrowIfNull(converter);
            writer.WritePropertyName(name);
            converter.Write(writer, inner, options);
        }
    }

    private static JsonTypeInfo<T> TypeInfo<T>(JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));

    private int IndexOf(string name, JsonSerializerOptions options)
    {
        var comparison = options.PropertyNameCaseInsensitive ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        for (var i = 0; i < Properties.Count; i++)
        {
            if (string.Equals(Properties[i].NameIn(options), name, comparison))
            {
                return i;
            }
        }

        throw new JsonException($"The property '{name}' is none that can be patched.");
    }
}
