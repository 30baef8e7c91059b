using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Declarations.Parameters;

/// <summary>Where a value comes from when a call is made.</summary>
internal abstract record ValueSource
{
    /// <summary>The parameters that it is taken from.</summary>
    public virtual IEnumerable<string> Parameters => [];
}

/// <summary>A parameter of the method.</summary>
internal sealed record ParameterSource(string Parameter) : ValueSource
{
    public override IEnumerable<string> Parameters => [Parameter];
}

/// <summary>The region that a call writes in, which must be one of those that a value has parts of.</summary>
/// <param name="Regions">Those of the table, which all such values have.</param>
internal sealed record PartRegionSource(EquatableArray<string> Regions) : ValueSource;

/// <summary>The part that the region of the call writes of a value.</summary>
/// <param name="Whole">The value, with what is to be written.</param>
/// <param name="Regions">The regions of the table.</param>
internal sealed record PartSource(ValueSource Whole, EquatableArray<string> Regions) : ValueSource
{
    public override IEnumerable<string> Parameters => Whole.Parameters;
}

/// <summary>What is added to a counter that only grows.</summary>
internal sealed record IncrementSource(ValueSource Amount) : ValueSource
{
    public override IEnumerable<string> Parameters => Amount.Parameters;
}

/// <summary>One value of a parameter that has several: that of the partition which a query of several asks.</summary>
/// <param name="Parameter">Its name.</param>
/// <param name="TypeName">The type of each value, for use anywhere.</param>
/// <param name="Shards">How many shards the partition of each value is spread over; 0 where it is not.</param>
internal sealed record ElementSource(string Parameter, string TypeName, int Shards) : ValueSource
{
    public override IEnumerable<string> Parameters => [Parameter];
}

/// <summary>A parameter of the method that may be null, where it is not.</summary>
/// <param name="Parameter">Its name.</param>
/// <param name="IsValueType">Whether what it holds is a value behind <c>Nullable</c>.</param>
internal sealed record GivenSource(string Parameter, bool IsValueType) : ValueSource
{
    public override IEnumerable<string> Parameters => [Parameter];
}

/// <summary>A property of an entity that a parameter holds.</summary>
internal sealed record PropertySource(string Parameter, string Property) : ValueSource
{
    public override IEnumerable<string> Parameters => [Parameter];
}

/// <summary>A member of an object that a source gives.</summary>
/// <param name="Whole">The object.</param>
/// <param name="Properties">The way to the member, on which nothing is null.</param>
internal sealed record MemberSource(ValueSource Whole, EquatableArray<string> Properties) : ValueSource
{
    public override IEnumerable<string> Parameters => Whole.Parameters;
}

/// <summary>What a downcaster yields.</summary>
/// <param name="Entity">The entity, for use anywhere.</param>
/// <param name="Marshaller">Its marshaller, which hands on to the downcaster.</param>
/// <param name="Method">The downcaster.</param>
/// <param name="Value">What it takes.</param>
/// <param name="Null">How what it yields says that it may be null, where it is not.</param>
internal sealed record DowncastSource(string Entity, string Marshaller, string Method, ValueSource Value, NullForm Null) : ValueSource
{
    public override IEnumerable<string> Parameters => Value.Parameters;
}

/// <summary>The value that a patch gives a property, where it gives one.</summary>
/// <param name="Parameter">The parameter that holds the patch.</param>
/// <param name="Properties">The property, behind those of the objects that it lies in.</param>
/// <param name="Null">How the property's type says that it may be null.</param>
internal sealed record ChangeSource(string Parameter, EquatableArray<string> Properties, NullForm Null) : ValueSource
{
    public override IEnumerable<string> Parameters => [Parameter];
}

/// <summary>The value that a patch gives a property, or where it gives none the one that the item has.</summary>
/// <param name="Change">The patch's value.</param>
/// <param name="Current">The item's value.</param>
/// <param name="WhenGiven">Whether the patch gives one.</param>
internal sealed record ChangedSource(ChangeSource Change, ValueSource Current, ChangeKind WhenGiven) : ValueSource
{
    public override IEnumerable<string> Parameters => Change.Parameters.Concat(Current.Parameters);
}

/// <summary>How a type says that its values may be null.</summary>
internal enum NullForm
{
    /// <summary>None is.</summary>
    Never,

    /// <summary>A value type, by <c>Nullable</c>.</summary>
    Value,

    /// <summary>A reference type, by its annotation.</summary>
    Reference,
}

/// <summary>What a patch does with a property.</summary>
internal enum ChangeKind
{
    /// <summary>It gives a value to one that is never null.</summary>
    Given,

    /// <summary>It gives a value to one that may be null.</summary>
    Set,

    /// <summary>It gives null.</summary>
    Removed,
}

/// <summary>The count of writes that a stored item has, where a parameter holds the copy that is written, whose count is one higher.</summary>
internal sealed record PreviousCountSource(string Parameter, string Property) : ValueSource
{
    public override IEnumerable<string> Parameters => [Parameter];
}

/// <summary>A value that is known at build time, as a C# expression of its type.</summary>
internal sealed record LiteralSource(string Expression) : ValueSource;

/// <summary>The time of the call.</summary>
internal sealed record ClockSource(ClockForm Form) : ValueSource;

/// <summary>The region that the call writes in.</summary>
internal sealed record RegionSource : ValueSource;

/// <summary>The mark of the write that the call makes.</summary>
internal sealed record MarkSource : ValueSource;

/// <summary>The epoch in which the call writes.</summary>
internal sealed record EpochSource : ValueSource;

/// <summary>How the time of a call is held.</summary>
internal enum ClockForm
{
    DateTimeOffset,
    DateTime,

    /// <summary>The seconds since 1970.</summary>
    UnixSeconds,
}
