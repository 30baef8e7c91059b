using System.Text;
using DynamoGen.CommandLine.Infrastructure.Resources;

namespace DynamoGen.CommandLine.Infrastructure.Cdk;

/// <summary>
/// Prints resources as a construct of the CDK in C#, of resources as CloudFormation has them ("level 1"). See
/// <see href="https://docs.aws.amazon.com/cdk/v2/guide/work-with-cdk-csharp.html">the CDK in C#</see>.
/// </summary>
internal static class CdkForm
{
    private const int Indent = 8;

    /// <param name="resources">The resources.</param>
    /// <param name="space">The namespace of the construct.</param>
    /// <param name="name">The class of the construct.</param>
    public static string Of(IReadOnlyList<Resource> resources, string space, string name)
    {
        var text = new StringBuilder("using System.Collections.Generic;\nusing Amazon.CDK;\n");
        foreach (var used in resources.Select(resource => CdkNames.NamespaceOf(resource.Type)).Distinct().Order(StringComparer.Ordinal))
        {
            text.Append("using ").Append(used).Append(";\n");
        }

        text.Append("using Constructs;\n\nnamespace ").Append(space)
            .Append(";\n\n/// <summary>The resources that the application declares; DynamoGen wrote it.</summary>\npublic sealed class ").Append(name)
            .Append(" : Construct\n{\n    public ").Append(name).Append("(Construct scope, string id)\n        : base(scope, id)\n    {\n");
        foreach (var parameter in Parameters.Of(resources))
        {
            text.Append(' ', Indent).Append("var ").Append(CdkText.Variable(parameter.Name)).Append(" = new CfnParameter(this, ")
                .Append(CdkText.Quoted(parameter.Name)).Append(", new CfnParameterProps { Type = \"String\", Description = ")
                .Append(CdkText.Quoted(parameter.Description)).Append(" });\n");
        }

        foreach (var resource in resources)
        {
            Add(text, resource);
        }

        return text.Append("    }\n}\n").ToString();
    }

    private static void Add(StringBuilder text, Resource resource)
    {
        var (type, variable) = (CdkNames.ClassOf(resource.Type), CdkText.Variable(resource.Id));
        text.Append(' ', Indent).Append("var ").Append(variable).Append(" = new ").Append(type)
            .Append("(this, ").Append(CdkText.Quoted(resource.Id)).Append(", ")
            .Append(new CdkText(type).Object(type + "Props", null, resource.Properties, Indent)).Append(");\n");
        if (resource.IsRetained)
        {
            text.Append(' ', Indent).Append(variable).Append(".ApplyRemovalPolicy(RemovalPolicy.RETAIN);\n");
        }

        foreach (var id in resource.DependsOn)
        {
            text.Append(' ', Indent).Append(variable).Append(".AddResourceDependency(").Append(CdkText.Variable(id)).Append(");\n");
        }
    }
}
