using System.ComponentModel;

namespace DynamoGen.Requests;

/// <summary>The names by which errors speak of a request's values. Errors alone ask for them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface INamedRequest
{
    /// <summary>The entity that the request is about, or null.</summary>
    static virtual string? Entity => null;

    /// <summary>The path of the attribute that a value is for, or null.</summary>
    /// <param name="placeholder">The placeholder of the value, such as <c>:0</c>.</param>
    static virtual string? AttributeOf(string placeholder) => null;
}
