namespace DynamoGen.Declarations.Parameters;

/// <summary>Where a value comes from when a call is made.</summary>
internal abstract record ValueSource;

/// <summary>A parameter of the method.</summary>
internal sealed record ParameterSource(string Parameter) : ValueSource;

/// <summary>A parameter of the method that may be null, where it is not.</summary>
/// <param name="Parameter">Its name.</param>
/// <param name="IsValueType">Whether what it holds is a value behind <c>Nullable</c>.</param>
internal sealed record GivenSource(string Parameter, bool IsValueType) : ValueSource;

/// <summary>A property of an entity that a parameter holds.</summary>
internal sealed record PropertySource(string Parameter, string Property) : ValueSource;

/// <summary>The count of writes that a stored item has, where a parameter holds the copy that is written, whose count is one higher.</summary>
internal sealed record PreviousCountSource(string Parameter, string Property) : ValueSource;

/// <summary>A value that is known at build time, as a C# expression of its type.</summary>
internal sealed record LiteralSource(string Expression) : ValueSource;

/// <summary>The time of the call.</summary>
internal sealed record ClockSource(ClockForm Form) : ValueSource;

/// <summary>How the time of a call is held.</summary>
internal enum ClockForm
{
    DateTimeOffset,
    DateTime,

    /// <summary>The seconds since 1970.</summary>
    UnixSeconds,
}
