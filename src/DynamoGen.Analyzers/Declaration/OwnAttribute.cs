namespace DynamoGen.Analyzers.Declaration;

/// <summary>One of DynamoGen's attributes, with the text that it takes, if any.</summary>
internal sealed record OwnAttribute(string Name, string? Argument = null)
{
    public override string ToString() => Argument is null ? Name : $"{Name}(\"{Argument}\")";
}
