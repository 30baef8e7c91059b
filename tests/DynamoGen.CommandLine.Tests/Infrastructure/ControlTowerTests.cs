using DynamoGen.CommandLine.Infrastructure.CloudFormation;
using DynamoGen.CommandLine.Infrastructure.Resources;
using DynamoGen.CommandLine.Infrastructure.Tables;
using DynamoGen.Schema;

namespace DynamoGen.CommandLine.Tests.Infrastructure;

/// <summary>
/// A protected table keeps the rules that AWS Control Tower has for tables; see
/// <see href="https://docs.aws.amazon.com/controltower/latest/controlreference/dynamodb-rules.html">Amazon DynamoDB controls</see>.
/// </summary>
public sealed class ControlTowerTests
{
    private const string Encrypted = "dynamodb_table_encrypted_kms_check";
    private const string Recoverable = "dynamodb_table_pitr_enabled_check";

    private static readonly TableSchema Protected = new()
    {
        Name = "accounts",
        PartitionKey = "pk",
        Purpose = TablePurpose.Transactional,
        Encryption = TableEncryption.AwsManagedKey,
        RecoveryPeriodInDays = 35,
        DeletionProtection = true,
    };

    [Fact]
    public async Task A_transactional_table_with_all_protection_keeps_the_rules()
    {
        var rules = await RulesAsync(Protected);

        Assert.True(rules[Encrypted]);
        Assert.True(rules[Recoverable]);
        Assert.DoesNotContain(false, rules.Values);
    }

    [Fact]
    public async Task A_table_without_breaks_them_one_by_one()
    {
        var unprotected = await RulesAsync(Protected with { Encryption = TableEncryption.DynamoDBOwnedKey, RecoveryPeriodInDays = 0 });
        var unrecoverable = await RulesAsync(Protected with { RecoveryPeriodInDays = 0 });

        Assert.Equal((false, false), (unprotected[Encrypted], unprotected[Recoverable]));
        Assert.Equal((true, false), (unrecoverable[Encrypted], unrecoverable[Recoverable]));
    }

    private static Task<Dictionary<string, bool>> RulesAsync(TableSchema schema) =>
        Judge.RulesAsync(CloudFormationForm.Of([.. TableResources.Of(new DeclaredTable(schema, schema.Name, []), new ResourceIds())]));
}
