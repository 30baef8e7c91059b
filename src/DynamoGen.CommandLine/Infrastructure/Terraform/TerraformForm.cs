using DynamoGen.CommandLine.Infrastructure.Access;
using DynamoGen.CommandLine.Infrastructure.Alarms;
using DynamoGen.CommandLine.Infrastructure.EventSources;
using DynamoGen.CommandLine.Infrastructure.Resources;
using DynamoGen.CommandLine.Infrastructure.Tables;

namespace DynamoGen.CommandLine.Infrastructure.Terraform;

/// <summary>Prints resources as a configuration of Terraform.</summary>
internal static class TerraformForm
{
    /// <param name="tables">The tables; each is printed with what scales it.</param>
    /// <param name="others">The other resources: alarms, a dashboard, policies.</param>
    /// <param name="ids">Names resources.</param>
    public static string Of(IReadOnlyList<DeclaredTable> tables, IReadOnlyList<Resource> others, ResourceIds ids)
    {
        var file = new HclBody().Block(["terraform"], new HclBody().Block("required_providers", new HclBody().Set("aws", new BlockBuilder
        {
            { "source", "hashicorp/aws" },
            { "version", ">= 6.0" },
        }.Build())));
        foreach (var parameter in Parameters.Of(others))
        {
            file.Block(
                ["variable", TerraformName.Of(parameter.Name)], new HclBody().SetWord("type", "string").Set("description", parameter.Description));
        }

        var text = new HclBody();
        foreach (var table in tables)
        {
            var id = ids.Take(table.Schema.Name, "Table");
            text.Block(["resource", TerraformTable.Type, TerraformName.Of(id)], TerraformTable.Of(table, table.Schema.Purpose != TablePurpose.Cache));
            foreach (var resource in Scaling.Of(table, id, ids))
            {
                text.Block(["resource", TypeOf(resource), TerraformName.Of(resource.Id)], Body(resource));
            }
        }

        foreach (var resource in others)
        {
            text.Block(["resource", TypeOf(resource), TerraformName.Of(resource.Id)], Body(resource));
        }

        var body = text.ToString();
        string[] places = ["aws_partition", "aws_region", "aws_caller_identity"];
        foreach (var data in places.Where(place => body.Contains($"data.{place}.", StringComparison.Ordinal)))
        {
            file.Block(["data", data, "current"], new HclBody());
        }

        return $"{file}\n{body}";
    }

    private static string TypeOf(Resource resource) => resource.Type switch
    {
        Scaling.TargetType => "aws_appautoscaling_target",
        Scaling.PolicyType => "aws_appautoscaling_policy",
        Alarm.Type => "aws_cloudwatch_metric_alarm",
        Dashboard.Type => "aws_cloudwatch_dashboard",
        PolicyResources.Type => "aws_iam_policy",
        EventSource.Type => "aws_lambda_event_source_mapping",
        _ => throw new ArgumentException($"{resource.Type} has no form.", nameof(resource)),
    };

    private static HclBody Body(Resource resource)
    {
        var body = resource.Type == PolicyResources.Type ? new HclBody().Set("name", resource.Id) : new HclBody();
        foreach (var property in resource.Properties.Properties)
        {
            Add(body, property);
        }

        // A table's own type is the only one that others wait for, beside what is scaled.
        return resource.DependsOn.Count == 0 ? body : body.SetReferences("depends_on", resource.DependsOn.Select(id =>
            $"{(resource.Type == Scaling.TargetType ? TerraformTable.Type : "aws_appautoscaling_target")}.{TerraformName.Of(id)}"));
    }

    private static void Add(HclBody body, Property property)
    {
        switch (property)
        {
            case { Name: "Dimensions", Value: ListValue dimensions }:
                body.Set("dimensions", Map(dimensions));
                break;
            case { Name: "Metrics", Value: ListValue queries }:
                foreach (var query in queries.Items)
                {
                    body.Block("metric_query", Query((BlockValue)query));
                }

                break;
            case { Name: "PolicyDocument", Value: var document }:
                body.Set("policy", new JsonValue(document));
                break;
            case { Name: "PolicyName", Value: var name }:
                body.Set("name", name);
                break;
            case { Name: "Filters", Value: ListValue filters }:
                foreach (var filter in filters.Items)
                {
                    body.Block("filter", new HclBody().Set("pattern", ((BlockValue)filter)["Pattern"]));
                }

                break;
            case { Name: "Destination", Value: var destination }:
                body.Set("destination_arn", destination);
                break;
            case { Value: BlockValue block }:
                var inner = new HclBody();
                foreach (var part in block.Properties)
                {
                    Add(inner, part);
                }

                body.Block(TerraformName.Of(property.Name), inner);
                break;
            default:
                body.Set(TerraformName.Of(property.Name), property.Value);
                break;
        }
    }

    private static HclBody Query(BlockValue query)
    {
        var body = new HclBody().Set("id", query["Id"]).Set("expression", query["Expression"]).Set("return_data", query["ReturnData"]);
        if (query["MetricStat"] is not BlockValue stat)
        {
            return body;
        }

        var metric = (BlockValue)stat["Metric"]!;
        return body.Block("metric", new HclBody()
            .Set("namespace", metric["Namespace"])
            .Set("metric_name", metric["MetricName"])
            .Set("dimensions", Map((ListValue)metric["Dimensions"]!))
            .Set("period", stat["Period"])
            .Set("stat", stat["Stat"]));
    }

    private static BlockValue Map(ListValue dimensions) => new(
        [.. dimensions.Items.Cast<BlockValue>().Select(dimension => new Property(((TextValue)dimension["Name"]!).Text, dimension["Value"]!))]);
}
