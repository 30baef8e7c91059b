namespace DynamoGen;

/// <summary>
/// Generates the other half of a wrapper, a partial record struct whose only property is <c>Value</c>: it is read from text as <see cref="IParsable{TSelf}"/>,
/// so that ASP.NET Core binds it from routes and queries, its text is that of the value, and JSON has it as the value alone, as a key of dictionaries too.
/// </summary>
/// <remarks>
/// The value is a <see cref="string"/>, a number, a <see cref="Guid"/>, a date, a time or a duration. A member that the type declares itself, and a
/// <c>[JsonConverter]</c> of its own, take the place of what would be generated. What is stored is the same with the attribute and without it.
/// </remarks>
/// <example>
/// <code>[Wrapper] public readonly partial record struct CustomerId(string Value);</code>
/// </example>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class WrapperAttribute : Attribute;
