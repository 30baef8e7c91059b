namespace DynamoGen.Architecture.Tests;

/// <summary>The verbs: what they have in common below, a folder for each group of them above, and what mounts them on top.</summary>
internal static class CommandLineArrows
{
    public static Arrows Table { get; } = new(
        "DynamoGen.CommandLine",
        ("Output", []),
        ("Commands", ["Output"]),
        ("Streams", ["Commands", "Output"]),
        ("Migrations", ["Commands", "Output"]),
        ("Regions", ["Commands", "Output"]),
        ("Infrastructure/Resources", []),
        ("Infrastructure/CloudFormation", ["Infrastructure/Resources"]),
        ("Infrastructure/Comparison", ["Output"]),
        ("Infrastructure/Tables", ["Infrastructure/Resources"]),
        ("Infrastructure/CreateTable", ["Infrastructure/Resources", "Infrastructure/Tables"]),
        ("Infrastructure/Alarms", ["Infrastructure/Resources", "Infrastructure/Tables"]),
        ("Infrastructure/Access", ["Infrastructure/Resources"]),
        ("Infrastructure/EventSources", ["Infrastructure/Resources"]),
        ("Infrastructure/Terraform",
            ["Infrastructure/Access", "Infrastructure/Alarms", "Infrastructure/EventSources", "Infrastructure/Resources", "Infrastructure/Tables"]),
        ("Infrastructure/Cdk",
            ["Infrastructure/Access", "Infrastructure/Alarms", "Infrastructure/EventSources", "Infrastructure/Resources", "Infrastructure/Tables"]),
        ("Documents/Content", []),
        ("Documents/Locks", ["Commands"]),
        ("Documents/Samples", ["Documents/Locks"]),
        ("Documents/Drafts", ["Documents/Content", "Documents/Locks", "Documents/Samples", "Infrastructure/Tables"]),
        ("Documents/Markdown", ["Documents/Content"]),
        ("Documents/Html", ["Documents/Content"]),
        ("Infrastructure",
            ["Commands", "Documents/Content", "Documents/Drafts", "Documents/Html", "Documents/Locks", "Documents/Markdown", "Infrastructure/Access",
             "Infrastructure/Alarms", "Infrastructure/Cdk", "Infrastructure/CloudFormation", "Infrastructure/Comparison", "Infrastructure/CreateTable",
             "Infrastructure/EventSources", "Infrastructure/Resources", "Infrastructure/Tables", "Infrastructure/Terraform", "Output"]),
        (".", ["Commands", "Infrastructure", "Migrations", "Regions", "Streams"]));
}
