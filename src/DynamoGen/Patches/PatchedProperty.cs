using System.ComponentModel;
using System.Text.Json;

namespace DynamoGen.Patches;

/// <summary>A property of a patch, as JSON names it.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="JsonName">The name of its member where it is declared; null where the naming policy makes it.</param>
/// <param name="IsRemovable">Whether the property may be null, and so be removed.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record PatchedProperty(string Name, string? JsonName = null, bool IsRemovable = false)
{
    /// <summary>The name of its member.</summary>
    /// <param name="options">How JSON is read and written.</param>
    public string NameIn(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return JsonName ?? options.PropertyNamingPolicy?.ConvertName(Name) ?? Name;
    }
}
