insert into journeys.sharing_agreement (partnership, agreement, version, parties, purpose, lawful_basis, condition, dpia, signed_on, review_on, person, agency)
values ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9, $10, $11)
