namespace DynamoGen.CommandLine.Infrastructure.Resources;

/// <summary>One resource, in the words of CloudFormation.</summary>
/// <param name="Id">Its name among the resources: letters and digits.</param>
/// <param name="Type">Its type, such as <c>AWS::DynamoDB::Table</c>.</param>
/// <param name="Properties">What it is to be like.</param>
internal sealed record Resource(string Id, string Type, BlockValue Properties)
{
    /// <summary>The ids of the resources that must be there before it.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>Whether it stays, with its data, when it is no longer among the resources or would be replaced.</summary>
    public bool IsRetained { get; init; }
}
