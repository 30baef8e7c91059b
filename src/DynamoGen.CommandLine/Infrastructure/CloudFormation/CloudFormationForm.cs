using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DynamoGen.CommandLine.Infrastructure.Resources;

namespace DynamoGen.CommandLine.Infrastructure.CloudFormation;

/// <summary>Prints resources as a template of CloudFormation.</summary>
internal static class CloudFormationForm
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static string Of(IReadOnlyList<Resource> resources) => Json(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("AWSTemplateFormatVersion", "2010-09-09");
        WriteParameters(writer, Parameters.Of(resources));
        writer.WriteStartObject("Resources");
        foreach (var resource in resources)
        {
            Write(writer, resource);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    /// <summary>Prints one value.</summary>
    public static string Of(Value value) => Json(writer => Write(writer, value));

    private static string Json(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Options))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length) + "\n";
    }

    private static void WriteParameters(Utf8JsonWriter writer, IReadOnlyList<ParameterValue> parameters)
    {
        if (parameters.Count == 0)
        {
            return;
        }

        writer.WriteStartObject("Parameters");
        foreach (var parameter in parameters)
        {
            writer.WriteStartObject(parameter.Name);
            writer.WriteString("Type", "String");
            writer.WriteString("Description", parameter.Description);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Resource resource)
    {
        writer.WriteStartObject(resource.Id);
        writer.WriteString("Type", resource.Type);
        if (resource.IsRetained)
        {
            writer.WriteString("DeletionPolicy", "Retain");
            writer.WriteString("UpdateReplacePolicy", "Retain");
        }

        if (resource.DependsOn.Count > 0)
        {
            writer.WriteStartArray("DependsOn");
            foreach (var id in resource.DependsOn)
            {
                writer.WriteStringValue(id);
            }

            writer.WriteEndArray();
        }

        writer.WritePropertyName("Properties");
        Write(writer, resource.Properties);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Value value)
    {
        switch (value)
        {
            case TextValue text:
                writer.WriteStringValue(text.Text);
                break;
            case NumberValue number:
                writer.WriteNumberValue(number.Number);
                break;
            case FlagValue flag:
                writer.WriteBooleanValue(flag.Flag);
                break;
            case ListValue list:
                WriteList(writer, list.Items);
                break;
            case BlockValue block:
                WriteBlock(writer, block);
                break;
            case JsonValue json:
                Write(writer, JsonText.Of(json.Content));
                break;
            default:
                WriteFunction(writer, value);
                break;
        }
    }

    private static void WriteList(Utf8JsonWriter writer, IReadOnlyList<Value> items)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            Write(writer, item);
        }

        writer.WriteEndArray();
    }

    private static void WriteBlock(Utf8JsonWriter writer, BlockValue block)
    {
        writer.WriteStartObject();
        foreach (var property in block.Properties)
        {
            writer.WritePropertyName(property.Name);
            Write(writer, property.Value);
        }

        writer.WriteEndObject();
    }

    private static void WriteFunction(Utf8JsonWriter writer, Value value)
    {
        writer.WriteStartObject();
        switch (value)
        {
            case PlaceValue place:
                writer.WriteString("Ref", place.Of switch { Place.Partition => "AWS::Partition", Place.Region => "AWS::Region", _ => "AWS::AccountId" });
                break;
            case ParameterValue parameter:
                writer.WriteString("Ref", parameter.Name);
                break;
            case StreamArnValue stream:
                writer.WriteStartArray("Fn::GetAtt");
                writer.WriteStringValue(stream.Resource);
                writer.WriteStringValue("StreamArn");
                writer.WriteEndArray();
                break;
            case JoinedValue joined:
                writer.WriteStartArray("Fn::Join");
                writer.WriteStringValue(string.Empty);
                WriteList(writer, joined.Parts);
                writer.WriteEndArray();
                break;
            default:
                throw new ArgumentException($"A {value.GetType().Name} has no form.", nameof(value));
        }

        writer.WriteEndObject();
    }
}
