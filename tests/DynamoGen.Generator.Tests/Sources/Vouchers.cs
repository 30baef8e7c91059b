namespace DynamoGen.Generator.Tests.Sources;

/// <summary>An entity of version 2 of which whole items are written as version 1, with whatever else they have.</summary>
internal static class Vouchers
{
    public const string Source = """
        namespace Shop;

        [Table("vouchers", Stream = StreamView.NewAndOldImages)]
        public sealed partial class VoucherTable;

        public readonly record struct Amount(decimal Value, string Currency);

        public sealed record VoucherV1(string Id, decimal Dollars)
        {
            public string? Note { get; init; }
            public int Uses { get; init; }
            [UnknownAttributes] public Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>? Rest { get; init; }
        }

        [Entity<VoucherTable>(Version = 2, WriteAs = 1)]
        [Key("VOUCHER#{Id}", "VOUCHER")]
        public sealed partial record Voucher(string Id)
        {
            public required Amount Amount { get; init; }
            public string? Remark { get; init; }
            public int Uses { get; init; }
            [UnknownAttributes] public Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>? Rest { get; init; }

            [Upcast(1)] private static Voucher FromV1(VoucherV1 stored) =>
                new(stored.Id) { Amount = new(stored.Dollars, "USD"), Remark = stored.Note, Uses = stored.Uses, Rest = stored.Rest };

            [Downcast(1)] private static VoucherV1 ToV1(Voucher voucher) =>
                new(voucher.Id, voucher.Amount.Value) { Note = voucher.Remark, Uses = voucher.Uses, Rest = voucher.Rest };
        }

        [Repository<Voucher>]
        public partial interface IVouchers
        {
            ValueTask<Voucher?> Get(string id);
            ValueTask Put(Voucher voucher);
            ValueTask<bool> Replace(Voucher voucher);
            [Update("SET Remark = {remark} ADD Uses 1")]
            ValueTask<Voucher> UpdateRemark(string id, string remark);
            [Condition("Remark = {remark}")]
            ValueTask<bool> Put(Voucher voucher, string remark);
            [Filter("Remark = {remark}")]
            IAsyncEnumerable<Voucher> Remarked(string id, string remark);
        }

        """;
}
