namespace DynamoGen.CommandLine.Infrastructure.Resources;

/// <summary>A value of a resource's property, as every form prints it in its own words.</summary>
internal abstract record Value
{
    public static implicit operator Value(string text) => new TextValue(text);

    public static implicit operator Value(long number) => new NumberValue(number);

    public static implicit operator Value(bool flag) => new FlagValue(flag);
}

/// <summary>A text.</summary>
/// <param name="Text">The text, in no form's notation.</param>
internal sealed record TextValue(string Text) : Value;

/// <summary>A number.</summary>
/// <param name="Number">The number.</param>
internal sealed record NumberValue(decimal Number) : Value;

/// <summary>A truth value.</summary>
/// <param name="Flag">Whether it is true.</param>
internal sealed record FlagValue(bool Flag) : Value;

/// <summary>A list.</summary>
/// <param name="Items">What is in it.</param>
internal sealed record ListValue(IReadOnlyList<Value> Items) : Value;

/// <summary>An object with named properties.</summary>
/// <param name="Properties">Them, in order.</param>
internal sealed record BlockValue(IReadOnlyList<Property> Properties) : Value
{
    /// <summary>The property of a name, or null.</summary>
    public Value? this[string name] => Properties.FirstOrDefault(property => property.Name == name)?.Value;
}

/// <summary>What is known only where the resources are made: where that is.</summary>
/// <param name="Of">What of it.</param>
internal sealed record PlaceValue(Place Of) : Value;

/// <summary>The ARN of the change stream of a table that is made beside it.</summary>
/// <param name="Resource">The resource's id.</param>
internal sealed record StreamArnValue(string Resource) : Value;

/// <summary>What is given where the resources are made.</summary>
/// <param name="Name">The parameter's name: letters and digits.</param>
/// <param name="Description">What it is, for the one who gives it.</param>
internal sealed record ParameterValue(string Name, string Description) : Value;

/// <summary>A text of several parts, some of which are known only where the resources are made.</summary>
/// <param name="Parts">The parts.</param>
internal sealed record JoinedValue(IReadOnlyList<Value> Parts) : Value;

/// <summary>A text that is JSON in itself, such as a policy.</summary>
/// <param name="Content">What it says.</param>
internal sealed record JsonValue(Value Content) : Value;

/// <summary>A property.</summary>
/// <param name="Name">Its name in CloudFormation.</param>
/// <param name="Value">Its value.</param>
internal sealed record Property(string Name, Value Value);

/// <summary>Where resources are made.</summary>
internal enum Place
{
    /// <summary>The partition, such as <c>aws</c>.</summary>
    Partition,

    /// <summary>The region.</summary>
    Region,

    /// <summary>The account's number.</summary>
    Account,
}
