using System.Text.Json;
using DynamoGen.CommandLine.Output;
using DynamoGen.Migrations;
using DynamoGen.Migrations.Estimates;

namespace DynamoGen.CommandLine.Migrations;

/// <summary>What a migration takes.</summary>
/// <param name="Phase">The phase that it is in.</param>
/// <param name="Estimate">The estimate.</param>
internal sealed record PlanLine(MigrationPhase Phase, MigrationEstimate Estimate) : IVerbRecord
{
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteString("migration", Estimate.Migration);
        json.WriteString("phase", Phase.ToString());
        json.WriteBoolean("isExact", Estimate.IsExact);
        json.WriteNumber("tableItems", Estimate.TableItems);
        json.WriteNumber("tableBytes", Estimate.TableBytes);
        json.WriteNumber("items", Estimate.Items);
        json.WriteNumber("itemsMargin", Estimate.ItemsMargin);
        json.WriteNumber("bytes", Estimate.Bytes);
        json.WriteNumber("readUnits", Estimate.ReadUnits);
        json.WriteNumber("writeUnits", Estimate.WriteUnits);
        json.WriteNumber("writeUnitsMargin", Estimate.WriteUnitsMargin);
        json.WriteNumber("price", Estimate.Price);
        json.WriteNumber("priceMargin", Estimate.PriceMargin);
        if (Estimate.Duration is { } duration)
        {
            json.WriteNumber("durationSeconds", duration.TotalSeconds);
        }
        else
        {
            json.WriteNull("durationSeconds");
        }

        json.WriteNumber("recommendedSegments", Estimate.RecommendedSegments);
        WriteOverhead(json);
        json.WriteNumber("sampledItems", Estimate.SampledItems);
        json.WriteNumber("sampledSourceItems", Estimate.SampledSourceItems);
        json.WriteNumber("collisions", Estimate.Collisions);
        json.WriteStartArray("failures");
        FailureColumns.Write(json, Estimate.Failures);
        json.WriteEndArray();
    }

    private void WriteOverhead(Utf8JsonWriter json)
    {
        if (Estimate.Overhead is not { } overhead)
        {
            json.WriteNull("overhead");
            return;
        }

        json.WriteStartObject("overhead");
        json.WriteNumber("ledger", Math.Round(overhead.Ledger, 2));
        json.WriteNumber("settle", Math.Round(overhead.Settle, 2));
        json.WriteNumber("both", Math.Round(overhead.Both, 2));
        json.WriteEndObject();
    }
}
